/// <reference types="vite/client" />

declare module 'virtual:catalogue' {
  const catalogue: import('../telling/catalogue.ts').Catalogue;
  export default catalogue;
}
