import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  /** One answered request, in seconds. */
  request(method: string, route: string, status: number, seconds: number): void
  /** A figure looked up when somebody asks: one value, or one for each `name`. */
  gauge(name: string, help: string, look: () => Promise<number | Record<string, number>>): void
  counter(name: string, help: string, labels?: readonly string[]): Counter
  /** Prometheus text. */
  text(): Promise<string>
  contentType: string
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'reda_' })
  const requests = new Histogram({
    name: 'reda_http_request_seconds',
    help: 'Answered HTTP requests',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  })
  return {
    request: (method, route, status, seconds) => requests.observe({ method, route, status }, seconds),
    gauge(name, help, look) {
      new Gauge({
        name,
        help,
        labelNames: ['name'],
        registers: [registry],
        async collect() {
          this.reset()
          const found = await look()
          if (typeof found === 'number') this.set(found)
          else for (const [label, value] of Object.entries(found)) this.set({ name: label }, value)
        },
      })
    },
    counter: (name, help, labels = []) => new Counter({ name, help, labelNames: [...labels], registers: [registry] }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
