import { useEffect } from 'react'
import { useMe } from './session.ts'

/** The page's name in the window: `(3) Ikke tildelt – Bodø Brygge`. Undefined: someone further in names it. */
export function useTitle(title: string | undefined, unread = 0): void {
  const { organisation } = useMe()
  useEffect(() => {
    if (title !== undefined) document.title = `${unread > 0 ? `(${unread}) ` : ''}${title} – ${organisation.name}`
  }, [title, unread, organisation.name])
}
