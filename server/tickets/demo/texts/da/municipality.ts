import type { TradeTexts } from '../language-texts.ts'

export const municipality: TradeTexts<'municipality'> = {
  schoolTablet: {
    title: 'Knust skærm på elevtablet',
    ask: 'En elev i 6. klasse tabte sin tablet på gulvet, og skærmen er knust i det ene hjørne. Den kan bruges, men der er skarpe kanter. Mærkaten siger {ref}. Jeg har vedhæftet et billede.',
    answer:
      'Tag tabletten ud af brug, så ingen skærer sig. Vi har en lånetablet klar. Kan den hentes på skolens kontor i morgen efter klokken ti?',
    note: 'Inden for aftalen: én skærm pr. elev pr. år.',
    back: 'Det er fint. Eleven spørger, om hans billeder forsvinder?',
    solution:
      'Billederne ligger i skyen og kommer tilbage, når han logger ind. Den reparerede tablet er afleveret på kontoret i dag.',
  },
  newEmployee: {
    title: 'Adgange til ny medarbejder fra mandag',
    ask: 'Vi får en ny sagsbehandler på mandag. Hun skal bruge pc, e-mail, adgang til {thing} og adgangskort. Vi bestilte for to uger siden, men jeg har ikke fået nogen bekræftelse.',
    answer:
      'Bestillingen lå og ventede på godkendelse fra hendes leder. Nu er den godkendt. Pc’en er klar på torsdag, og adgangene bliver aktiveret mandag klokken syv.',
    note: 'Adgangskortet skal laves i borgerservice. Husk billede.',
    back: 'Hvor er det godt! Hvor henter hun kortet?',
    solution: 'Kortet henter hun i borgerservice fra klokken otte. Tag legitimation med. Velkommen til hende!',
  },
  vpnHome: {
    title: 'Hjemmearbejde: mister forbindelsen hele tiden',
    ask: 'Når jeg arbejder hjemme, ryger forbindelsen hvert kvarter, og jeg skal logge ind igen i {thing}. På kontoret er alt i orden. Nettet herhjemme virker ellers fint.',
    answer:
      'Det skyldes nok, at pc’en skifter mellem to trådløse net. Prøv at glemme gæstenettet, og start VPN igen. Skriv klokkeslættet til os, næste gang det sker, så finder vi det i loggen.',
    note: 'Klienten på maskinen er to versioner gammel. Sæt den i kø til opdatering.',
    back: 'Det skete 10.42 og 11.03 i dag, selv om jeg kun har ét net.',
    solution:
      'Vi fandt en gammel VPN-klient på maskinen og har opdateret den over nettet. Forbindelsen har holdt siden i går.',
  },
  printerQueue: {
    title: 'Der kommer ikke noget ud af printeren på 2. sal',
    ask: 'Printeren ved kopirummet på 2. sal tager imod job, men printer ikke noget. Vi er syv, der venter på bilag til mødet klokken tolv.',
    answer: 'Et stort job havde låst køen. Jeg har fjernet det, og køen kører igen. Kom der noget ud hos jer?',
    note: 'PDF på 400 sider fra planafdelingen. Bed dem bruge trykkeriet.',
    back: 'Nu kommer det, men med striber på hver side.',
    solution: 'Vi har skiftet tromlen, og prøvesiden er fin. Bilagene ligger færdige på hylden.',
  },
  lockedOut: {
    title: 'Kontoen er låst, kan ikke komme ind',
    ask: 'Jeg har været på orlov og kan ikke logge ind. Der står, at kontoen er låst. Jeg har undervisning klokken ni og skal bruge {thing} til det.',
    answer:
      'Kontoen var spærret, fordi adgangskoden udløb, mens du var væk. Ring til os, så bekræfter vi, hvem du er, og åbner den med det samme.',
    note: 'Åbn ikke på e-mail alene. Ring tilbage til nummeret i personalesystemet.',
    back: 'Jeg har ringet og fået en ny adgangskode. Men nu spørger den efter en kode, jeg ikke har.',
    solution:
      'Din telefon er registreret igen til engangskoder, og vi prøvede at logge ind sammen. Held og lykke med timen!',
  },
  meetingRoom: {
    title: 'Skærmen i mødelokalet er sort',
    ask: 'Skærmen i mødelokale Viben viser ikke billede, når vi tilslutter. Lyden virker. Vi har prøvet tre maskiner og to kabler. Der er byrådsgruppe på onsdag.',
    answer:
      'Så er det nok selve boksen under bordet. Vi ser på den i dag efter klokken to. Indtil da kan I bruge lokalet ved siden af.',
    note: 'Boksen bliver varm, mangler luft bag panelet.',
    back: 'Fint. Lokalet er ledigt resten af dagen.',
    solution:
      'Boksen er skiftet, og vi har lavet luft bag panelet. Billede og lyd er prøvet med både kabel og trådløst.',
  },
  careSystemSlow: {
    title: '{thing} er ubrugeligt langsomt på plejehjemmet',
    ask: 'Det tager over et minut at åbne en borgers journal i {thing}. Vi er midt i medicinrunden, og sygeplejerskerne må skrive på papir. Det er tredje dag i træk. I må gøre noget!',
    answer:
      'Vi kan også se det på vores målinger og har sat det øverst på listen. Leverandøren er med. Brug nødproceduren for medicin så længe, vi ringer til jer inden for en halv time.',
    note: 'Leverandørens database står på 100 %. Natjobbet er ikke stoppet. Giv beredskabsvagten besked.',
    back: 'Det er lidt bedre nu, men stadig langsomt på to af afdelingerne.',
    solution:
      'Leverandøren har stoppet et job, der hang, og svartiderne er normale på alle afdelinger. Vi holder øje døgnet rundt resten af ugen.',
  },
  webForm: {
    title: 'Kan ikke sende ansøgning om institutionsplads',
    ask: 'Når jeg trykker på »send«, kommer der bare en rød ramme, men ingen forklaring. Jeg har udfyldt det hele. Fristen er i dag! Skærmbillede er vedhæftet.',
    answer:
      'Du skal ikke miste pladsen på grund af os. Jeg har noteret, at du prøvede inden fristen. Fejlen rammer børn med bindestreg i navnet. Prøv med mellemrum i stedet.',
    note: 'Fejl i formularen siden sidste opdatering. Fire familier ramt.',
    back: 'Så gik det! Men nu står hans navn forkert. Bliver det rettet?',
    solution:
      'Navnet er rettet i ansøgningen, og formularen kan klare bindestreger igen. Du har fået en kvittering på e-mail.',
  },
  archiveAccess: {
    title: 'Adgang til gamle byggesager i {thing}',
    ask: 'Jeg er ny i byggesag og kan ikke se sager fra før 2015 i {thing}. Det kan min kollega. Kan jeg få den samme adgang?',
    answer:
      'De ældste sager ligger i et særskilt arkiv med strengere adgang. Din leder skal godkende det. Jeg har sendt hende spørgsmålet nu.',
    note: 'Godkendt mundtligt, venter på det skriftlige.',
    back: 'Hun siger, at hun har godkendt det i dag.',
    solution: 'Adgangen er lagt ind. Log ud og ind igen, så kan du se hele arkivet.',
  },
}
