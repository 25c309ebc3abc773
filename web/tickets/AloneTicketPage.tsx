import { useNavigate, useParams, useRouter } from '@tanstack/react-router'
import { Suspense, useMemo } from 'react'
import { useShortcuts } from '../app/shortcuts.ts'
import { useText } from '../app/words.ts'
import { Skeleton } from '../ui/index.ts'
import { NeighboursContext } from './neighbours.ts'
import { TicketPage } from './pages.ts'

/** A ticket by its address alone, as links in mails and the command menu open it: the whole page is its. */
export function AloneTicketPage() {
  const t = useText()
  const { number = '' } = useParams({ strict: false })
  const navigate = useNavigate()
  const router = useRouter()
  const neighbours = useMemo(() => {
    const back = () => {
      if (router.history.canGoBack()) router.history.back()
      else void navigate({ to: '/inbox/$view/{-$number}', params: { view: 'live', number: undefined }, search: {} })
    }
    return {
      open: (to: string) => void navigate({ to: '/tickets/$number', params: { number: to } }),
      back,
      goOn: () => {},
    }
  }, [navigate, router])
  useShortcuts([{ keys: 'Escape', label: t('ticket.backToList'), run: neighbours.back, group: 'list', hidden: true }])
  return (
    <NeighboursContext value={neighbours}>
      <Suspense fallback={<Skeleton lines={[40, 25, 0, 80, 72, 60]} height={16} />}>
        <TicketPage key={number} number={number} />
      </Suspense>
    </NeighboursContext>
  )
}
