/** Room for bytes that are held at once. Who finds none waits; one that is larger than all the room gets it alone. */
export interface Room {
  take(bytes: number): Promise<() => void>
}

export function createRoom(most: number): Room {
  let held = 0
  const waiting: { bytes: number; enter(): void }[] = []
  function admit(): void {
    while (waiting[0] && (held === 0 || held + waiting[0].bytes <= most)) {
      const next = waiting.shift()!
      held += next.bytes
      next.enter()
    }
  }
  return {
    take: (bytes) =>
      new Promise((resolve) => {
        waiting.push({
          bytes,
          enter: () =>
            resolve(() => {
              held -= bytes
              admit()
            }),
        })
        admit()
      }),
  }
}
