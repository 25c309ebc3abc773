import type { Server } from './server.ts'

export interface Measured {
  /** ms, one for each operation. */
  times: number[]
  /** ms of CPU for one operation. */
  app: number
  database: number
}

/** Does the same again and again, one after the other, after warming up. */
export async function measure(server: Server, count: number, work: (i: number) => Promise<void>): Promise<Measured> {
  for (let i = 0; i < Math.min(100, count); i++) await work(i)
  const before = server.cpu()
  const times: number[] = []
  for (let i = 0; i < count; i++) {
    const start = performance.now()
    await work(i)
    times.push(performance.now() - start)
  }
  const after = server.cpu()
  return { times, app: (after.app - before.app) / count, database: (after.database - before.database) / count }
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

export interface Goal {
  p99?: number
  cpu?: number
}

const WIDTHS = [46, 9, 9, 9, 9, 9] as const
const cells = (texts: readonly string[]) =>
  texts.map((text, i) => (i === 0 ? text.padEnd(WIDTHS[0]) : text.padStart(WIDTHS[i] ?? 9))).join('')

export function header(): void {
  console.log(cells(['', 'median', 'p99', 'CPU', 'app', 'database', '  ms each; CPU of app and database together']))
}

/** One line of the table, and whether it stays within its goal. */
export function line(name: string, { times, app, database }: Measured, goal: Goal = {}): void {
  const [median, p99, cpu] = [quantile(times, 0.5), quantile(times, 0.99), app + database]
  const over = [
    ...(goal.p99 !== undefined && p99 > goal.p99 ? [`p99 over ${goal.p99}`] : []),
    ...(goal.cpu !== undefined && cpu > goal.cpu ? [`CPU over ${goal.cpu}`] : []),
  ]
  const verdict =
    goal.p99 === undefined && goal.cpu === undefined ? '' : over.length === 0 ? 'reached' : over.join(', ')
  console.log(cells([name, ...[median, p99, cpu, app, database].map((value) => value.toFixed(2)), `  ${verdict}`]))
}

/** Calls the API and gives the answer; anything but success ends the measurement. */
export function client(url: string, key: string) {
  return async <T>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return JSON.parse(text) as T
  }
}
