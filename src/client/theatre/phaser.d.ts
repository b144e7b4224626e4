/// <reference types="phaser" />

// The package publishes its bundle alone; these are the modules of its source that `engine.ts` imports.
declare module 'phaser/src/core/Game.js' {
  export default Phaser.Game;
}
declare module 'phaser/src/*';
