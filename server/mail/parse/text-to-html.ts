export { textToHtml } from '#html'
