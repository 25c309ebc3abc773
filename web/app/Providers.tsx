import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useLayoutEffect } from 'react'
import { IntlProvider } from 'use-intl'
import { queryClient } from './data.ts'
import { mantineTheme, useTheme } from './theme.ts'
import { LOCALES, useSpoken } from './words.ts'

/** Words, colours and data for everything below. Shows nothing until the words are there. */
export function Providers({ children }: { children: ReactNode }) {
  const spoken = useSpoken()
  const theme = useTheme()
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  if (!spoken) return null
  return (
    // The library would write its variables into a style element as text, which Trusted Types refuse: ours are in ui/mantine.css.
    <MantineProvider
      theme={mantineTheme}
      forceColorScheme={theme}
      withCssVariables={false}
      withGlobalClasses={false}
      deduplicateInlineStyles={false}
    >
      <QueryClientProvider client={queryClient}>
        <IntlProvider
          locale={LOCALES[spoken.language]}
          messages={spoken.words}
          timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
        >
          {children}
        </IntlProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}
