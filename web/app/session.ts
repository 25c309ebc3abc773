import { queryOptions, useQuery } from '@tanstack/react-query'
import { type Me, session } from '#contract'
import { call } from './api.ts'
import { keyOf, queryClient } from './data.ts'
import { singleKeysOn } from './shortcuts.ts'
import { useTheme } from './theme.ts'
import { speak } from './words.ts'

/** Who is signed in. Refuses with `not-signed-in` instead of asking: the first page decides what to show. */
export const meQuery = queryOptions<Me>({
  queryKey: keyOf(session.me),
  queryFn: async () => {
    const me = await call(session.me, {}, { whenSignedOut: 'throw' })
    await settleIn(me)
    return me
  },
  staleTime: 5 * 60_000,
})

/** Who is signed in. Only below the desk's route, which has asked first. */
export function useMe(): Me {
  const { data } = useQuery(meQuery)
  if (!data) throw new Error('Nobody is signed in')
  return data
}

/** Takes over someone's language, theme and keys. */
export async function settleIn(me: Me): Promise<void> {
  useTheme.choose(me.agent.theme)
  singleKeysOn.set(me.agent.preferences.singleKeys !== false)
  await speak(me.agent.language)
}

/** After signing in, setting up or changing the profile. */
export async function becomeMe(me: Me): Promise<void> {
  await settleIn(me)
  queryClient.setQueryData(meQuery.queryKey, me)
}

export const isAdmin = (me: Me) => me.agent.role === 'owner' || me.agent.role === 'admin'
/** Light agents read and write notes; nothing of theirs reaches a customer. */
export const isLight = (me: Me) => me.agent.role === 'light_agent'
