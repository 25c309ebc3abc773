import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { isAdmin, useMe } from '../app/session.ts'
import { useText } from '../app/words.ts'
import { SelectField } from '../ui/index.ts'
import { SETTINGS_PAGES } from './pages.ts'
import styles from './settings.module.css'

/** Settings: the index at the left, one page at the right. On phones the index is a list to choose from. */
export function SettingsLayout() {
  const t = useText()
  const me = useMe()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const pages = SETTINGS_PAGES.filter((page) => !page.admin || isAdmin(me))
  return (
    <div className={styles.layout}>
      <nav className={styles.index} aria-label={t('nav.settings')} data-region="settings">
        <h2 className={styles.indexTitle}>{t('nav.settings')}</h2>
        <ul>
          {pages.map((page) => (
            <li key={page.to}>
              <Link
                to={page.to}
                className={styles.indexLink}
                activeProps={{ 'data-here': true, 'aria-current': 'page' }}
              >
                {t(page.words)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.content}>
        <div className={styles.picker}>
          <SelectField
            label={t('nav.settings')}
            hiddenLabel
            choices={pages.map((page) => ({ value: page.to, label: t(page.words) }))}
            value={pages.find((page) => pathname.startsWith(page.to))?.to ?? pages[0]!.to}
            onChoose={(to) => void navigate({ to })}
          />
        </div>
        <Outlet />
      </div>
    </div>
  )
}
