/**
 * All that server and browser agree on: every operation, every event, every error, as zod schemas.
 * The API's document is printed from here (`GET /api/v1/openapi.json`).
 */
export * from './common.ts'
export * from './customers.ts'
export * from './errors.ts'
export * from './events.ts'
export * from './live.ts'
export * from './mail.ts'
export * from './operation.ts'
export * from './people.ts'
export * from './tickets.ts'
