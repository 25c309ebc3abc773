import './ui/mantine.css'
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Providers } from './app/Providers.tsx'
import { languageOfBrowser, speak } from './app/words.ts'
import { Desk } from './routes.tsx'

await speak(languageOfBrowser())
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Providers>
      <Desk />
    </Providers>
  </StrictMode>,
)
