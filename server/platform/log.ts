import { pino } from 'pino'

export type Log = pino.Logger

/** Structured lines on stderr. Secrets, addresses and message content are never logged: pass ids. */
export function createLog(
  level: string,
  destination: pino.DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: [
          'password',
          '*.password',
          'authorization',
          '*.authorization',
          'cookie',
          '*.cookie',
          'req.headers',
          'token',
          '*.token',
        ],
        censor: '[secret]',
      },
      serializers: { err: errorForLog, error: errorForLog },
    },
    destination,
  )
}

/** Errors of drivers carry parameters and connection strings in extra members: only these four go out. */
function errorForLog(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error)
  const code = (error as { code?: unknown }).code
  return {
    type: error.name,
    message: error.message.replace(/\/\/[^@\s/]+@/g, '//[secret]@'),
    ...(code === undefined ? {} : { code }),
    stack: error.stack?.split('\n').slice(1, 8).join('\n'),
  }
}
