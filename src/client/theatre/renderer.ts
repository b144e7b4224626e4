// With what the browser can draw the map.

export type Renderer = 'webgl' | 'canvas';

/** How browsers name WebGL without a graphics card, where they do not refuse it themselves. */
const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;

/** Whether there can be a map at all: its plates are drawn on a plain canvas, whatever shows them. */
export function canDraw(): boolean {
  return document.createElement('canvas').getContext('2d') !== null;
}

/** WebGL where it runs on a graphics card, else Canvas. */
export function bestRenderer(): Renderer {
  try {
    const context = document.createElement('canvas').getContext('webgl', { failIfMajorPerformanceCaveat: true });
    if (context === null) return 'canvas';
    const name = context.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER;
    const software = SOFTWARE.test(String(context.getParameter(name)));
    context.getExtension('WEBGL_lose_context')?.loseContext();
    return software ? 'canvas' : 'webgl';
  } catch {
    return 'canvas';
  }
}
