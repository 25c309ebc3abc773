/**
 * Ring 0 too, behind a door of its own: HTML that came from outside. Worker threads parse with it and must not load a database
 * driver with it.
 */
export { limitDepth } from './html-depth.ts'
export { type ResolveContentId, SANITISER_VERSION, sanitiseHtml } from './sanitise-html.ts'
export { textToHtml } from './text-to-html.ts'
