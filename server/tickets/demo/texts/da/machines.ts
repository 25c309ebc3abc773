import type { TradeTexts } from '../language-texts.ts'

export const machines: TradeTexts<'machines'> = {
  hydraulicLeak: {
    title: 'Hydrauliklækage på {thing} – holder på pladsen',
    ask: 'Vores {thing} taber hydraulikolie ved drejekransen. Den holder midt på pladsen og spærrer for to lastbiler. Se billedet.\n\nHvornår kan I komme?',
    answer:
      'Vi har en servicebil i nærheden og er hos jer om halvanden time. Sluk maskinen, og læg absorberende måtter ud så længe. Er der strøm, hvor I holder?',
    note: 'Tag slangesæt 3/8 og pakningssæt med. Sidst var det svirvlen.',
    back: 'Vi har en generator. Måtterne ligger der. Kør ind ad den nordlige port.',
    solution:
      'Slangen til svirvlen var slidt over og er skiftet, og vi har fastgjort den bedre. Maskinen har kørt en time uden at lække.',
  },
  serviceInterval: {
    title: 'Bestilling af 1000-timers service',
    ask: 'Vores {thing} nærmer sig 1000 timer. Kan vi få service i uge 12? Helst hos os, for vi har ikke en trailer, der kan bære den.',
    answer:
      'Uge 12 er fint, onsdag eller torsdag. Regn med, at den står stille i fem timer. Skal vi tage det lovpligtige eftersyn samtidig?',
    note: 'Filtersæt er på lager. Sæt to mand af.',
    back: 'Torsdag, tak. Ja, tag også eftersynet.',
    solution:
      'Servicen er udført, og eftersynet er godkendt. Mærkaten sidder på døren, og rapporten ligger i kundeportalen.',
  },
  sparePart: {
    title: 'Hvor er reservedelen? Ordre {ref}',
    ask: 'Vi bestilte en pumpe til {thing} for to uger siden, ordre {ref}. Den skulle tage fire dage. Maskinen står stille, og hver dag koster os penge. Hvad sker der?',
    answer:
      'Jeg forstår godt, at I er utålmodige. Delen ligger i tolden og mangler et papir fra fabrikken. Jeg har rykket og ringer til jer inden klokken to.',
    note: 'Lånepumpe fra den brugte maskine i gården? Spørg værkstedet.',
    back: 'Nu er klokken halv tre, og jeg har ikke hørt noget.',
    solution: 'Beklager, at jeg ringede for sent. Delen er leveret hos jer i dag, og vi krediterer fragten.',
  },
  warrantyClaim: {
    title: 'Garanti: gearkasse på {thing}',
    ask: 'Gearkassen på {thing} er begyndt at hugge i andet gear efter kun 600 timer. Vi mener, at det er garanti. Servicehæftet er vedhæftet, serienummer {ref}.',
    answer:
      'Servicehæftet ser fint ud. Jeg har meldt det til fabrikken, og de vil have en olieprøve, før de svarer. Vi henter den hos jer i morgen.',
    note: 'Fabrikken har en tilbagekaldelse på vej for denne gearkasse, ikke offentlig endnu.',
    back: 'Prøven er hentet. Kan vi køre med maskinen imens?',
    solution:
      'Fabrikken dækker en ny gearkasse med arbejdsløn. Den blev monteret i går, og I får to nye års garanti på den.',
  },
  quote: {
    title: 'Tilbud på leje af {thing}',
    ask: 'Vi skal grave en rende til 600 meter kabel i maj og har brug for en {thing} i tre uger. Kan I give os et tilbud med og uden fører?',
    answer:
      'Her er tilbuddet med begge muligheder. Prisen uden fører forudsætter, at I har maskinførercertifikat. Transport begge veje er medregnet.',
    note: 'Ny kunde. Kreditvurdering er lavet, alt i orden.',
    back: 'Tak! Vi tager den uden fører. Kan den komme allerede fredagen før?',
    solution:
      'Det kan lade sig gøre uden ekstra leje for weekenden. Kontrakten er underskrevet, og maskinen kommer fredag før frokost.',
  },
  training: {
    title: 'Oplæring af tre nye førere',
    ask: 'Vi har ansat tre nye, der skal køre {thing}. Kan I holde et kursus hos os? Det, I holdt sidste år, var rigtig godt.',
    answer:
      'Hvor er det dejligt at høre! Vi har ledigt i uge 18 og uge 20. Kurset tager en dag med teori og en halv dag med praksis på jeres egen maskine.',
    note: 'Spørg, om de vil have kursusmateriale på engelsk, en af dem er fra Litauen.',
    back: 'Uge 18 passer bedst. Og ja, gerne ét sæt på engelsk.',
    solution: 'Kurset er holdt, og alle tre bestod. Beviserne er sendt med posten.',
  },
  faultCode: {
    title: 'Fejlkode 4127 på {thing}',
    ask: 'Maskinen viser fejlkode 4127 og kører på halv kraft. Det kommer og går. Jeg har hentet loggen ud, den er vedhæftet. Hvad betyder koden?',
    answer:
      'Koden betyder for lavt brændstoftryk. I loggen sker det kun under hård belastning, så det er nok filteret eller en dårlig pumpe. Hvornår blev filteret sidst skiftet?',
    note: 'Loggen viser også 11,2 volt ved start. Tjek stelforbindelsen.',
    back: 'For 300 timer siden. Det er vist på tide.',
    solution: 'Et nyt filter og en renset stelforbindelse løste det. Ingen nye fejl i loggen i tre dage.',
  },
  machineReady: {
    title: 'Hvornår er {thing} færdig?',
    ask: 'Vi afleverede vores {thing} for over en uge siden (arbejdsordre {ref}). I lovede besked i mandags, men jeg har ikke hørt noget. Vi skal planlægge resten af ugen.',
    answer:
      'Beklager, at du ikke fik besked. Vi venter på én pakning, og den kommer i morgen. Så er maskinen færdig torsdag klokken tolv.',
    note: 'Pakningen er sendt med ekspres. Giv kunden rabat på transporten.',
    back: 'Torsdag skal den altså være færdig, ellers må vi leje en anden.',
    solution:
      'Maskinen er klar og holder vasket ved port 2. Timerne er lagt på samme faktura med afslag for ventetiden.',
  },
}
