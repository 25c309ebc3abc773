import { useState } from 'react'
import { type Answer, ticketSettings } from '#contract'
import TreeIcon from '~icons/tabler/binary-tree'
import PlusIcon from '~icons/tabler/plus'
import { useCommand, useData } from '../app/data.ts'
import { useForm } from '../app/form.ts'
import { showToast } from '../app/toast.ts'
import { useText } from '../app/words.ts'
import forms from '../ui/forms.module.css'
import { Button, Dialog, EmptyState, IconButton, TextField } from '../ui/index.ts'
import { Loaded, SettingsPage } from './SettingsPage.tsx'
import styles from './settings.module.css'

type Category = Answer<typeof ticketSettings.categories>['items'][number]

/** The tree that tickets are sorted in, three levels at most. */
export function CategoriesPage() {
  const t = useText()
  const read = useData(ticketSettings.categories, {})
  const [under, setUnder] = useState<Category | 'top'>()
  return (
    <SettingsPage
      title={t('settings.categories')}
      lead={t('settings.categoriesLead')}
      actions={
        <Button look="primary" icon={<PlusIcon />} onClick={() => setUnder('top')}>
          {t('settings.addCategory')}
        </Button>
      }
    >
      <Loaded
        read={read}
        isEmpty={({ items }) => items.length === 0}
        empty={<EmptyState icon={<TreeIcon />} title={t('empty.categories')} />}
      >
        {({ items }) => (
          <div className={styles.tree}>
            <Branches all={items} parent={null} onAdd={setUnder} />
          </div>
        )}
      </Loaded>
      {under && <CategoryDialog under={under === 'top' ? undefined : under} onClose={() => setUnder(undefined)} />}
    </SettingsPage>
  )
}

function Branches({
  all,
  parent,
  onAdd,
}: {
  all: Category[]
  parent: number | null
  onAdd: (under: Category) => void
}) {
  const t = useText()
  const here = all.filter((category) => category.parentId === parent)
  if (here.length === 0) return null
  return (
    <ul>
      {here.map((category) => (
        <li key={category.id}>
          <div className={styles.branch}>
            <span>{category.name}</span>
            {category.path.length < 3 && (
              <IconButton
                size="small"
                label={t('settings.addUnder', { name: category.name })}
                icon={<PlusIcon />}
                onClick={() => onAdd(category)}
              />
            )}
          </div>
          <Branches all={all} parent={category.id} onAdd={onAdd} />
        </li>
      ))}
    </ul>
  )
}

function CategoryDialog({ under, onClose }: { under: Category | undefined; onClose: () => void }) {
  const t = useText()
  const form = useForm({ name: '' })
  const add = useCommand(ticketSettings.addCategory, {
    refresh: [ticketSettings.categories],
    done: () => {
      showToast({ text: t('toast.saved') })
      onClose()
    },
    refused: (error) => {
      form.refuse(error)
      return true
    },
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={under ? t('settings.addUnder', { name: under.name }) : t('settings.addCategory')}
      size={440}
    >
      <form
        className={forms.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (form.check({ name: form.values.name.trim() !== '' }))
            add.mutate({ body: { name: form.values.name, parentId: under?.id ?? null } })
        }}
      >
        <TextField
          label={t('settings.name')}
          data-autofocus
          value={form.values.name}
          onChange={(e) => form.set('name', e.target.value)}
          error={form.errors.name ?? form.general}
        />
        <div className={forms.actions}>
          <Button look="primary" type="submit" busy={add.isPending}>
            {t('action.add')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
