import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useText } from '../app/words.ts'
import { Button, buttonClass, EmptyState, ErrorState } from '../ui/index.ts'

/** A page that could not be shown: what happened, and a way on. */
export function PageError({ error }: { error: unknown }) {
  const t = useText()
  useEffect(() => {
    // A page that was open while the house was upgraded asks for parts that are gone: the newest is fetched, once a minute at most.
    if (!(error instanceof Error) || !/dynamically imported module|module script/i.test(error.message)) return
    const last = Number(sessionStorage.getItem('reda.reloaded') ?? 0)
    if (Date.now() - last < 60_000) return
    sessionStorage.setItem('reda.reloaded', String(Date.now()))
    location.reload()
  }, [error])
  return (
    <main style={{ minHeight: '100dvh', display: 'grid', alignContent: 'center' }}>
      <h1 className="visuallyHidden">{t('errors.pageTitle')}</h1>
      <ErrorState error={error} retry={() => location.reload()} />
    </main>
  )
}

export function NotFoundPage() {
  const t = useText()
  return (
    <main style={{ minHeight: '100dvh', display: 'grid', alignContent: 'center' }}>
      <h1 className="visuallyHidden">{t('errors.pageNotFound')}</h1>
      <EmptyState title={t('errors.pageNotFound')}>
        <Link to="/" className={buttonClass({ look: 'primary' })}>
          {t('errors.toInbox')}
        </Link>
        <Button onClick={() => history.back()}>{t('action.back')}</Button>
      </EmptyState>
    </main>
  )
}
