// howler without its spatial part, which nothing here uses.

declare module 'howler/dist/howler.core.min.js' {
  export * from 'howler';
}
