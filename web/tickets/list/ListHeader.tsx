import { Menu, Popover } from '@mantine/core'
import { useState } from 'react'
import SortIcon from '~icons/tabler/arrows-sort'
import CheckIcon from '~icons/tabler/check'
import FilterIcon from '~icons/tabler/filter'
import ColumnsIcon from '~icons/tabler/layout-sidebar'
import SearchIcon from '~icons/tabler/search'
import TableIcon from '~icons/tabler/table'
import CloseIcon from '~icons/tabler/x'
import { wholeNumber } from '../../app/format.ts'
import { useLanguage, useText, type WordKey } from '../../app/words.ts'
import { IconButton, PickList } from '../../ui/index.ts'
import { useFilterChoices } from './filters.ts'
import styles from './ListHeader.module.css'
import type { ListSearch, Sort } from './views.ts'

export const SORT_WORDS: Partial<Record<Sort, WordKey>> = {
  waitingSince: 'list.longestWait',
  '-createdAt': 'list.newestFirst',
  createdAt: 'list.oldestFirst',
  '-updatedAt': 'list.lastChanged',
  '-priority': 'list.highestPriority',
  dueAt: 'list.dueFirst',
}

interface Props {
  title: string
  count: number | undefined
  more: boolean
  search: ListSearch
  sort: Sort
  onSearch: (search: ListSearch) => void
  mode: 'split' | 'table'
  onMode: (mode: 'split' | 'table') => void
}

/** The name of the list, how many, what narrows it, its order, and how it is shown. */
export function ListHeader({ title, count, more, search, sort, onSearch, mode, onMode }: Props) {
  const t = useText()
  const language = useLanguage()
  const choices = useFilterChoices()
  const [filtering, setFiltering] = useState(false)
  const on = choices.filter((choice) => choice.on(search))
  const any = on.length > 0 || search.q !== undefined
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <h1 className={styles.title}>
          {title}
          {count !== undefined && (
            <span className={styles.count}>
              <span aria-hidden="true">
                {wholeNumber(count, language)}
                {more && '+'}
              </span>
              <span className="visuallyHidden">{t('list.count', { count })}</span>
            </span>
          )}
        </h1>
        <Popover
          opened={filtering}
          onChange={setFiltering}
          position="bottom-end"
          width={300}
          trapFocus
          withRoles={false}
          transitionProps={{ duration: 0 }}
        >
          <Popover.Target>
            <span>
              <IconButton
                size="small"
                label={t('list.addFilter')}
                icon={<FilterIcon />}
                aria-haspopup="dialog"
                aria-expanded={filtering}
                onClick={() => setFiltering(!filtering)}
              />
            </span>
          </Popover.Target>
          <Popover.Dropdown p={0} role="dialog" aria-label={t('list.addFilter')}>
            <PickList
              label={t('list.addFilter')}
              options={choices.map((choice) => ({
                value: choice,
                label: choice.label,
                group: choice.group,
                aliases: choice.group,
              }))}
              isChosen={(choice) => choice.on(search)}
              onPick={(choice) => onSearch(choice.turn(search, !choice.on(search)))}
            />
          </Popover.Dropdown>
        </Popover>
        <Menu position="bottom-end" width={220} transitionProps={{ duration: 0 }}>
          <Menu.Target>
            <button type="button" className={styles.iconButton} aria-label={t('list.sortBy')} title={t('list.sortBy')}>
              <SortIcon />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {(Object.entries(SORT_WORDS) as [Sort, WordKey][]).map(([value, words]) => (
              <Menu.Item
                key={value}
                role="menuitemradio"
                aria-checked={sort === value}
                leftSection={sort === value ? <CheckIcon /> : <span className={styles.noCheck} />}
                onClick={() => onSearch({ ...search, sort: value })}
              >
                {t(words)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <span className={styles.modes}>
          <IconButton
            size="small"
            label={mode === 'split' ? t('list.asTable') : t('list.asSplit')}
            icon={mode === 'split' ? <TableIcon /> : <ColumnsIcon />}
            onClick={() => onMode(mode === 'split' ? 'table' : 'split')}
          />
        </span>
      </div>
      {any && (
        <ul className={styles.chips} aria-label={t('list.filters')}>
          {search.q !== undefined && (
            <Chip
              label={
                <>
                  <SearchIcon /> {search.q}
                </>
              }
              name={search.q}
              onRemove={() => onSearch(dropQ(search))}
            />
          )}
          {on.map((choice) => (
            <Chip
              key={`${choice.group} ${choice.label}`}
              label={choice.label}
              name={`${choice.group}: ${choice.label}`}
              onRemove={() => onSearch(choice.turn(search, false))}
            />
          ))}
          <li>
            <button
              type="button"
              className={styles.clear}
              onClick={() => onSearch(search.sort ? { sort: search.sort } : {})}
            >
              {t('list.clearFilters')}
            </button>
          </li>
        </ul>
      )}
    </header>
  )
}

const dropQ = ({ q: _, ...rest }: ListSearch): ListSearch => rest

function Chip({ label, name, onRemove }: { label: React.ReactNode; name: string; onRemove: () => void }) {
  const t = useText()
  return (
    <li className={styles.chip}>
      <span>{label}</span>
      <button type="button" aria-label={t('list.removeFilter', { name })} onClick={onRemove}>
        <CloseIcon />
      </button>
    </li>
  )
}
