import { fullDateAndTime, shortAge } from '../app/format.ts'
import { storeOf, useStore } from '../app/store.ts'
import { useLanguage, useText } from '../app/words.ts'

const minute = storeOf(Date.now())
setInterval(() => minute.set(Date.now()), 30_000)
/** Now, moving on twice a minute: for ages and deadlines. */
export const useNow = () => useStore(minute)

/** How long ago, short; the whole date in the title. */
export function Age({ at, className }: { at: string; className?: string | undefined }) {
  const t = useText()
  const language = useLanguage()
  const now = useNow()
  return (
    <time dateTime={at} title={fullDateAndTime(at, language)} className={className}>
      {shortAge(at, now, t, language)}
    </time>
  )
}
