export * from '../../platform/html/text-to-html.ts'
