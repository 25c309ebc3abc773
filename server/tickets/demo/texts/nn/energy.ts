import type { TradeTexts } from '../language-texts.ts'

export const energy: TradeTexts<'energy'> = {
  meterReading: {
    title: 'Straumrekninga stemmer ikkje med målaren',
    ask: 'Rekning {ref} viser eit forbruk som er nesten dobbelt så høgt som det målaren seier. Eg har teke bilete av displayet. Kan de kontrollere dette før forfall?',
    answer:
      'Takk for biletet. Rekninga byggjer på eit overslag, fordi målaren ikkje har sendt data på elleve dagar. Eg har sett henne på vent medan vi hentar inn rett stand.',
    note: 'Målaren manglar signal etter at det blei bygd garasje. Ting antenne.',
    back: 'Det kan stemme, vi sette opp garasje i haust. Må eg gjere noko?',
    solution:
      'Du slepp å gjere noko. Ny rekning med rett forbruk er send, og ein montør set opp ei antenne utvendig i neste veke.',
  },
  movingOut: {
    title: 'Flyttar 1. i neste månad',
    ask: 'Vi flyttar den første i neste månad og vil seie opp straumen på den gamle adressa. Kan vi ta med oss avtalen {thing} til den nye leilegheita?',
    answer:
      'Det kan de. Eg treng den nye adressa og målarnummeret, det står på boksen i sikringsskapet. Kven flyttar inn etter dykk, veit de det?',
    note: 'Det er sameige på den nye adressa. Sjekk om det er fellesmåling.',
    back: 'Målarnummeret er {ref}. Dei nye eigarane tek over same dagen.',
    solution:
      'Då er alt klart: avtalen flyttar med dykk, og sluttrekninga for den gamle bustaden kjem midt i månaden. Lykke til med flyttinga!',
  },
  powerCut: {
    title: 'Straumen er borte hos oss',
    ask: 'Straumen gjekk for ein time sidan, men naboane har lys. Alle sikringar står på. Vi har eit spedbarn i huset, og kulda kjem fort inn. Kan de sende nokon?',
    answer:
      'Vi sender ein montør no. Det er truleg overlastvernet framfor målaren. Ikkje opne det sjølv. Montøren ringer deg ti minutt før han er framme.',
    note: 'Vakt 2 er send ut. Gammalt inntak, sjekk stikkleidningen.',
    back: 'Han er her no. Tusen takk, det gjekk fort!',
    solution:
      'Feilen var ei laus klemme i inntaket. Ho er festa, og montøren målte at alt er i orden. Vi skiftar heile inntaket til våren utan kostnad for dykk.',
  },
  solarPanels: {
    title: 'Spørsmål om solceller og sal av overskot',
    ask: 'Vi vurderer solceller på taket. Korleis blir vi plusskunde, og kva betaler de for straumen vi ikkje bruker sjølve? Vi har i dag {thing}.',
    answer:
      'Så spennande! Installatøren melder inn anlegget, og deretter les målaren begge vegar. Vi betaler spotpris time for time. Send oss gjerne årsforbruket, så reknar vi på det.',
    note: 'Mogleg interesse for batteri også. Ring etter påske.',
    back: 'Vi bruker rundt 18 000 kWh i året, mest om vinteren.',
    solution:
      'Reknestykket ligg i e-posten. Kort sagt: eit anlegg på 8 kW gir om lag ein tredel av forbruket ditt. Sei frå når du har valt installatør.',
  },
  charger: {
    title: 'Elbilladaren blinkar raudt',
    ask: 'Ladeboksen vi kjøpte av dykk i fjor, blinkar raudt og ladar ikkje. Serienummeret er {ref}. Eg har slått av og på sikringa.',
    answer:
      'Raudt blink tre gonger tyder jordfeil, fem gonger tyder at han har mist kontakten med nettet. Kor mange blink ser du mellom kvar pause?',
    note: 'Garanti til 2027. Same serien har hatt fukt i kontakten.',
    back: 'Det er tre blink. Det regna kraftig i natt, om det har noko å seie.',
    solution:
      'Det var fukt i kontakten. Montøren har bytt han på garantien og tetta rundt kabelen. Ladaren verkar att.',
  },
  directDebit: {
    title: 'Vil ha avtalegiro i staden for faktura',
    ask: 'Eg gløymer stadig å betale i tide og vil gjerne ha avtalegiro. KID på siste faktura er {ref}. Korleis gjer eg det?',
    answer:
      'Det enklaste er å godkjenne avtalen i nettbanken: søk opp oss og bruk kundenummeret ditt. Purregebyret frå førre månad stryk vi denne gongen.',
    note: 'Gebyret er sletta. Andre gongen i år.',
    back: 'Takk, det var hyggjeleg! Eg har lagt inn avtalen no.',
    solution: 'Avtalen er registrert. Neste rekning blir trekt på forfallsdagen, og du får eit varsel ei veke før.',
  },
  appSignIn: {
    title: 'Kjem ikkje inn i appen etter telefonbyte',
    ask: 'Eg har fått ny telefon, og appen seier at eininga ikkje er godkjend. Eg får ikkje følgt med på forbruket. Kva gjer eg?',
    answer:
      'Appen må knytast til den nye telefonen. Vel «ny eining» nedst på innlogginga og stadfest med BankID. Kva telefon har du?',
    note: 'Kjend feil i førre versjonen av appen på nye telefonar.',
    back: 'Det er ein heilt ny modell. Knappen er grå når eg kjem dit.',
    solution:
      'Oppdater appen til versjonen som kom i går, så blir knappen blå. Vi såg at du kom inn for litt sidan. Fint!',
  },
  highUse: {
    title: 'Kvifor bruker vi så mykje straum?',
    ask: 'Vi har bytt til varmepumpe og senka temperaturen, men bruker likevel meir enn i fjor. Avtalen er {thing}. Eg legg ved oversikta. Noko må vere feil hos dykk.',
    answer:
      'Eg har sett på timeverdiane. Forbruket ligg jamt på 2 kW også om natta, og det plar vere varmtvatnet eller ein varmekabel. Har de varmekablar ute?',
    note: 'Ikkje feil på målaren, han blei kontrollert i fjor.',
    back: 'Jau, i oppkøyrsla! Han skal jo berre gå når det er snø.',
    solution:
      'Då er syndaren funnen. Etter at du skrudde han av, har nattforbruket falle til 0,4 kW. Det blir merkbart på neste rekning.',
  },
}
