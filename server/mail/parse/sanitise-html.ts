export * from '../../platform/html/sanitise-html.ts'
