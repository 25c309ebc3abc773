import type { TradeTexts } from '../language-texts.ts'

export const machines: TradeTexts<'machines'> = {
  hydraulicLeak: {
    title: 'Hydraulikklekkasje på {thing} – står på anlegget',
    ask: 'Vår {thing} mistar hydraulikkolje ved svingkransen. Ho står midt på anlegget og sperrar for to lastebilar. Sjå biletet.\n\nNår kan de kome?',
    answer:
      'Vi har ein servicebil i nærleiken og er hos dykk om halvannan time. Slå av maskina og legg ut absorbent så lenge. Finst det straum der de står?',
    note: 'Ta med slangesett 3/8 og pakningssett. Sist var det svivelen.',
    back: 'Vi har aggregat. Absorbent er lagd ut. Køyr inn ved den nordre porten.',
    solution:
      'Slangen til svivelen var gnagen av og er bytt, og vi har festa han betre. Maskina har gått ein time utan å leke.',
  },
  serviceInterval: {
    title: 'Tinging av 1000-timarsservice',
    ask: 'Vår {thing} nærmar seg 1000 timar. Kan vi få service i veke 12? Helst hos oss, for vi har ikkje hengar som toler henne.',
    answer:
      'Veke 12 går fint, onsdag eller torsdag. Rekn med at ho står i fem timar. Skal vi ta årleg sakkunnig kontroll samstundes?',
    note: 'Filtersett er på lager. Set av to mann.',
    back: 'Torsdag, takk. Ja, ta kontrollen også.',
    solution: 'Servicen er utført og kontrollen godkjend. Merket sit på døra, og rapporten ligg i kundeportalen.',
  },
  sparePart: {
    title: 'Kvar er reservedelen? Ordre {ref}',
    ask: 'Vi tinga ei pumpe til {thing} for to veker sidan, ordre {ref}. Ho skulle ta fire dagar. Maskina står, og kvar dag kostar oss pengar. Kva skjer?',
    answer:
      'Eg skjønar godt at de er utolmodige. Delen ligg i tollen og manglar eit papir frå fabrikken. Eg har purra og ringer dykk før klokka to.',
    note: 'Lånepumpe frå bruktmaskina på garden? Spør verkstaden.',
    back: 'No er klokka halv tre, og eg har ikkje høyrt noko.',
    solution: 'Orsak at eg ringde for seint. Delen er levert hos dykk i dag, og vi krediterer frakta.',
  },
  warrantyClaim: {
    title: 'Garantisak: girkasse på {thing}',
    ask: 'Girkassa på {thing} har byrja å hogge i andre gir etter berre 600 timar. Vi meiner dette er ei garantisak. Serviceheftet er lagt ved, serienummer {ref}.',
    answer:
      'Serviceheftet ser fint ut. Eg har meldt saka til fabrikken, og dei vil ha ei oljeprøve før dei svarar. Vi hentar henne hos dykk i morgon.',
    note: 'Fabrikken har ei tilbakekalling på veg for denne girkassa, ikkje offentleg enno.',
    back: 'Prøva er henta. Kan vi køyre maskina i mellomtida?',
    solution:
      'Fabrikken dekkjer ny girkasse med arbeid. Ho blei montert i går, og de får nye to år med garanti på henne.',
  },
  quote: {
    title: 'Pristilbod på leige av {thing}',
    ask: 'Vi skal grave grøft til 600 meter kabel i mai og treng ein {thing} i tre veker. Kan de gi oss eit tilbod med og utan førar?',
    answer:
      'Her er tilbodet, med begge alternativa. Prisen utan førar føreset at de har maskinførarbevis. Transport begge vegar er med.',
    note: 'Ny kunde. Kredittsjekk er gjord, alt i orden.',
    back: 'Takk! Vi tek han utan førar. Kan han kome alt fredagen før?',
    solution: 'Det går bra, utan ekstra leige for helga. Kontrakten er signert, og maskina kjem fredag før lunsj.',
  },
  training: {
    title: 'Opplæring for tre nye førarar',
    ask: 'Vi har tilsett tre nye som skal køyre {thing}. Kan de halde eit kurs hos oss? Det de heldt i fjor, var veldig bra.',
    answer:
      'Så hyggjeleg å høyre! Vi har ledig veke 18 og veke 20. Kurset tek ein dag med teori og ein halv dag med praksis på dykkar eiga maskin.',
    note: 'Spør om dei vil ha kursmateriell på engelsk, ein av dei er frå Litauen.',
    back: 'Veke 18 passar best. Og ja, gjerne eitt sett på engelsk.',
    solution: 'Kurset er halde, og alle tre bestod. Bevisa er sende i posten.',
  },
  faultCode: {
    title: 'Feilkode 4127 på {thing}',
    ask: 'Maskina viser feilkode 4127 og går på halv kraft. Det kjem og går. Eg har henta ut loggen, han er lagd ved. Kva tyder koden?',
    answer:
      'Koden tyder for lågt trykk på drivstoffet. I loggen hender det berre under hard last, så det er truleg filteret eller ei dårleg pumpe. Når blei filteret bytt sist?',
    note: 'Loggen viser også 11,2 volt ved start. Sjekk jordinga.',
    back: 'For 300 timar sidan. Det er vel på tide.',
    solution: 'Nytt filter og ein reingjord jordkabel løyste det. Ingen nye feil i loggen på tre dagar.',
  },
  machineReady: {
    title: 'Når er {thing} ferdig?',
    ask: 'Vi leverte inn vår {thing} for over ei veke sidan (arbeidsordre {ref}). De lova å seie frå på måndag, men eg har ikkje høyrt noko. Vi må planleggje resten av veka.',
    answer:
      'Orsak at du ikkje høyrde frå oss. Vi ventar på éi pakning, og ho kjem i morgon. Då er maskina ferdig torsdag klokka tolv.',
    note: 'Pakninga er send med ekspress. Gi kunden rabatt på transporten.',
    back: 'Torsdag må ho faktisk vere ferdig, elles må vi leige ei anna.',
    solution: 'Maskina er klar og står vaska ved port 2. Timane er lagde på same fakturaen, med avslag for ventetida.',
  },
}
