# The game and its live sessions in one container. Data lie in /data: docker run -p 4173:4173 -v counterweight:/data counterweight
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npx vite build --logLevel warn

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# Without scripts, which would fetch a second Node beside the image's own.
RUN npm ci --omit=dev --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production COUNTERWEIGHT_DATA=/data
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
COPY src src
COPY levels levels
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 4173
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 4173) + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself is told to stop, and stops cleanly.
STOPSIGNAL SIGTERM
CMD ["node", "src/server/start.js"]
