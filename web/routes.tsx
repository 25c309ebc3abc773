import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  RouterProvider,
  redirect,
} from '@tanstack/react-router'
import { setup } from '#contract'
import { ProblemError } from './app/api.ts'
import { dataOf, queryClient } from './app/data.ts'
import { isAdmin, meQuery } from './app/session.ts'
import { NotFoundPage, PageError } from './shell/PageError.tsx'
import { Shell } from './shell/Shell.tsx'
import { AloneTicketPage } from './tickets/AloneTicketPage.tsx'
import { InboxPage } from './tickets/InboxPage.tsx'
import { parseListSearch } from './tickets/list/views.ts'
import { Toasts } from './ui/index.ts'

/** All pages. What the inbox does not need is loaded when it is opened. */
const root = createRootRoute({ component: Outlet, errorComponent: PageError, notFoundComponent: NotFoundPage })

const setupRoute = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('./people/SetupPage.tsx'), 'SetupPage'),
  beforeLoad: async () => {
    if (await isSetUp()) throw redirect({ to: '/sign-in' })
  },
})
const signInRoute = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./people/SignInPage.tsx'), 'SignInPage'),
  validateSearch: (search): { to?: string } => (typeof search.to === 'string' ? { to: search.to } : {}),
  beforeLoad: async () => {
    if (!(await isSetUp())) throw redirect({ to: '/setup' })
  },
})

/** Everything behind the sign-in. */
const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(meQuery)
    } catch (error) {
      if (!(error instanceof ProblemError) || !['not-signed-in', 'not-set-up'].includes(error.type)) throw error
      if (!(await isSetUp())) throw redirect({ to: '/setup' })
      const to = location.href
      throw redirect({ to: '/sign-in', search: to && to !== '/' ? { to } : {} })
    }
  },
  component: () => (
    <>
      <Shell />
      <Toasts />
    </>
  ),
})

async function isSetUp(): Promise<boolean> {
  return (await queryClient.fetchQuery({ ...dataOf(setup.state, {}), staleTime: 0 })).done
}

const index = createRoute({
  getParentRoute: () => desk,
  path: '/',
  beforeLoad: () => {
    throw redirect({
      to: '/inbox/$view/{-$number}',
      params: { view: 'live', number: undefined },
      search: {},
      replace: true,
    })
  },
})
const inbox = createRoute({
  getParentRoute: () => desk,
  path: '/inbox/$view/{-$number}',
  component: InboxPage,
  validateSearch: parseListSearch,
})
const ticket = createRoute({ getParentRoute: () => desk, path: '/tickets/$number', component: AloneTicketPage })

const notifications = createRoute({
  getParentRoute: () => desk,
  path: '/notifications',
  component: lazyRouteComponent(() => import('./notifications/NotificationsPage.tsx'), 'NotificationsPage'),
})
const onlySearch = (search: Record<string, unknown>): { q?: string } =>
  typeof search.q === 'string' ? { q: search.q } : {}
const customers = createRoute({
  getParentRoute: () => desk,
  path: '/customers',
  validateSearch: onlySearch,
  component: lazyRouteComponent(() => import('./customers/CustomersPage.tsx'), 'CustomersPage'),
})
const customer = createRoute({
  getParentRoute: () => desk,
  path: '/customers/$id',
  component: lazyRouteComponent(() => import('./customers/CustomerPage.tsx'), 'CustomerPage'),
})
const organisations = createRoute({
  getParentRoute: () => desk,
  path: '/organisations',
  validateSearch: onlySearch,
  component: lazyRouteComponent(() => import('./customers/OrganisationsPage.tsx'), 'OrganisationsPage'),
})
const organisation = createRoute({
  getParentRoute: () => desk,
  path: '/organisations/$id',
  component: lazyRouteComponent(() => import('./customers/OrganisationPage.tsx'), 'OrganisationPage'),
})

const settings = createRoute({
  getParentRoute: () => desk,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/SettingsLayout.tsx'), 'SettingsLayout'),
})
const settingsIndex = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: async () => {
    const me = await queryClient.ensureQueryData(meQuery)
    throw redirect({ to: isAdmin(me) ? '/settings/organisation' : '/settings/profile', replace: true })
  },
})
const profile = createRoute({
  getParentRoute: () => settings,
  path: '/profile',
  component: lazyRouteComponent(() => import('./settings/ProfilePage.tsx'), 'ProfilePage'),
})
const houseSettings = createRoute({
  getParentRoute: () => settings,
  path: '/organisation',
  component: lazyRouteComponent(() => import('./settings/OrganisationPage.tsx'), 'OrganisationPage'),
})
const agents = createRoute({
  getParentRoute: () => settings,
  path: '/agents',
  component: lazyRouteComponent(() => import('./settings/AgentsPage.tsx'), 'AgentsPage'),
})
const teams = createRoute({
  getParentRoute: () => settings,
  path: '/teams',
  component: lazyRouteComponent(() => import('./settings/TeamsPage.tsx'), 'TeamsPage'),
})
const mailboxes = createRoute({
  getParentRoute: () => settings,
  path: '/mailboxes',
  component: lazyRouteComponent(() => import('./settings/MailboxesPage.tsx'), 'MailboxesPage'),
})
const mailbox = createRoute({
  getParentRoute: () => settings,
  path: '/mailboxes/$id',
  validateSearch: (search): { start?: boolean } => (search.start === true ? { start: true } : {}),
  component: lazyRouteComponent(() => import('./settings/mailbox/MailboxPage.tsx'), 'MailboxPage'),
})
const types = createRoute({
  getParentRoute: () => settings,
  path: '/types',
  component: lazyRouteComponent(() => import('./settings/TypesPage.tsx'), 'TypesPage'),
})
const categories = createRoute({
  getParentRoute: () => settings,
  path: '/categories',
  component: lazyRouteComponent(() => import('./settings/CategoriesPage.tsx'), 'CategoriesPage'),
})
const inbound = createRoute({
  getParentRoute: () => settings,
  path: '/inbound',
  component: lazyRouteComponent(() => import('./settings/InboundPage.tsx'), 'InboundPage'),
})
const apiKeys = createRoute({
  getParentRoute: () => settings,
  path: '/api-keys',
  component: lazyRouteComponent(() => import('./settings/ApiKeysPage.tsx'), 'ApiKeysPage'),
})

const router = createRouter({
  routeTree: root.addChildren([
    setupRoute,
    signInRoute,
    desk.addChildren([
      index,
      inbox,
      ticket,
      notifications,
      customers,
      customer,
      organisations,
      organisation,
      settings.addChildren([
        settingsIndex,
        profile,
        houseSettings,
        agents,
        teams,
        mailboxes,
        mailbox,
        types,
        categories,
        inbound,
        apiKeys,
      ]),
    ]),
  ]),
  basepath: '/app',
  defaultPreload: false,
  scrollRestoration: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

/** The desk. */
export function Desk() {
  return <RouterProvider router={router} />
}
