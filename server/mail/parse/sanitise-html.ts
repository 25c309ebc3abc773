export { type ResolveContentId, SANITISER_VERSION, sanitiseHtml } from '#html'
