import type { TradeTexts } from '../language-texts.ts'

export const machines: TradeTexts<'machines'> = {
  hydraulicLeak: {
    title: 'Hydraulikklekkasje på {thing} – står på anlegget',
    ask: 'Vår {thing} mister hydraulikkolje ved svingkransen. Den står midt på anlegget og sperrer for to lastebiler. Se bildet.\n\nNår kan dere komme?',
    answer:
      'Vi har en servicebil i nærheten og er hos dere om halvannen time. Slå av maskinen og legg ut absorbent så lenge. Finnes det strøm der dere står?',
    note: 'Ta med slangesett 3/8 og pakningssett. Sist var det svivelen.',
    back: 'Vi har aggregat. Absorbent er lagt ut. Kjør inn ved den nordre porten.',
    solution:
      'Slangen til svivelen var gnagd av og er byttet, og vi har festet den bedre. Maskinen har gått en time uten å lekke.',
  },
  serviceInterval: {
    title: 'Bestilling av 1000-timersservice',
    ask: 'Vår {thing} nærmer seg 1000 timer. Kan vi få service i uke 12? Helst hos oss, for vi har ikke henger som tåler den.',
    answer:
      'Uke 12 går fint, onsdag eller torsdag. Regn med at den står i fem timer. Skal vi ta årlig sakkyndig kontroll samtidig?',
    note: 'Filtersett er på lager. Sett av to mann.',
    back: 'Torsdag, takk. Ja, ta kontrollen også.',
    solution: 'Servicen er utført og kontrollen godkjent. Merket sitter på døren, og rapporten ligger i kundeportalen.',
  },
  sparePart: {
    title: 'Hvor er reservedelen? Ordre {ref}',
    ask: 'Vi bestilte en pumpe til {thing} for to uker siden, ordre {ref}. Den skulle ta fire dager. Maskinen står, og hver dag koster oss penger. Hva skjer?',
    answer:
      'Jeg skjønner godt at dere er utålmodige. Delen ligger i tollen og mangler et papir fra fabrikken. Jeg har purret og ringer dere før klokken to.',
    note: 'Lånepumpe fra bruktmaskinen på gården? Spør verkstedet.',
    back: 'Nå er klokken halv tre, og jeg har ikke hørt noe.',
    solution: 'Beklager at jeg ringte for sent. Delen er levert hos dere i dag, og vi krediterer frakten.',
  },
  warrantyClaim: {
    title: 'Garantisak: girkasse på {thing}',
    ask: 'Girkassen på {thing} har begynt å hogge i andre gir etter bare 600 timer. Vi mener dette er en garantisak. Serviceheftet er vedlagt, serienummer {ref}.',
    answer:
      'Serviceheftet ser fint ut. Jeg har meldt saken til fabrikken, og de vil ha en oljeprøve før de svarer. Vi henter den hos dere i morgen.',
    note: 'Fabrikken har et tilbakekall på vei for denne girkassen, ikke offentlig ennå.',
    back: 'Prøven er hentet. Kan vi kjøre maskinen i mellomtiden?',
    solution:
      'Fabrikken dekker ny girkasse med arbeid. Den ble montert i går, og dere får nye to år med garanti på den.',
  },
  quote: {
    title: 'Pristilbud på leie av {thing}',
    ask: 'Vi skal grave grøft til 600 meter kabel i mai og trenger en {thing} i tre uker. Kan dere gi oss et tilbud med og uten fører?',
    answer:
      'Her er tilbudet, med begge alternativer. Prisen uten fører forutsetter at dere har maskinførerbevis. Transport begge veier er tatt med.',
    note: 'Ny kunde. Kredittsjekk er gjort, alt i orden.',
    back: 'Takk! Vi tar den uten fører. Kan den komme allerede fredagen før?',
    solution: 'Det går bra, uten ekstra leie for helgen. Kontrakten er signert, og maskinen kommer fredag før lunsj.',
  },
  training: {
    title: 'Opplæring for tre nye førere',
    ask: 'Vi har ansatt tre nye som skal kjøre {thing}. Kan dere holde et kurs hos oss? Det dere holdt i fjor, var veldig bra.',
    answer:
      'Så hyggelig å høre! Vi har ledig uke 18 og uke 20. Kurset tar en dag med teori og en halv dag med praksis på deres egen maskin.',
    note: 'Spør om de vil ha kursmateriell på engelsk, en av dem er fra Litauen.',
    back: 'Uke 18 passer best. Og ja, gjerne ett sett på engelsk.',
    solution: 'Kurset er holdt, og alle tre besto. Bevisene er sendt i posten.',
  },
  faultCode: {
    title: 'Feilkode 4127 på {thing}',
    ask: 'Maskinen viser feilkode 4127 og går på halv kraft. Det kommer og går. Jeg har hentet ut loggen, den er vedlagt. Hva betyr koden?',
    answer:
      'Koden betyr for lavt trykk på drivstoffet. I loggen skjer det bare under hard belastning, så det er trolig filteret eller en dårlig pumpe. Når ble filteret byttet sist?',
    note: 'Loggen viser også 11,2 volt ved start. Sjekk jordingen.',
    back: 'For 300 timer siden. Det er vel på tide.',
    solution: 'Nytt filter og en rengjort jordkabel løste det. Ingen nye feil i loggen på tre dager.',
  },
  machineReady: {
    title: 'Når er {thing} ferdig?',
    ask: 'Vi leverte inn vår {thing} for over en uke siden (arbeidsordre {ref}). Dere lovet beskjed på mandag, men jeg har ikke hørt noe. Vi må planlegge resten av uken.',
    answer:
      'Beklager at du ikke fikk beskjed. Vi venter på én pakning, og den kommer i morgen. Da er maskinen ferdig torsdag klokken tolv.',
    note: 'Pakningen er sendt med ekspress. Gi kunden rabatt på transporten.',
    back: 'Torsdag må den faktisk være ferdig, ellers må vi leie en annen.',
    solution: 'Maskinen er klar og står vasket ved port 2. Timene er lagt på samme faktura, med avslag for ventetiden.',
  },
}
