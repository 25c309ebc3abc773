import type { TradeTexts } from '../language-texts.ts'

export const boatYard: TradeTexts<'boatYard'> = {
  engineWontStart: {
    title: 'Motoren starter ikke – {thing}',
    ask: 'Vi satte båden i vandet i lørdags, og nu vil motoren ikke starte. Det er en {thing}. Starteren drejer rundt, men den tænder aldrig. Batterierne er nye og viser 12,7 volt.\n\nHar I mulighed for at se på den i denne uge? Vi havde planlagt en tur i weekenden.',
    answer:
      'Det lyder, som om den ikke får brændstof. Prøv at udlufte systemet med håndpumpen, til den bliver hård, og tjek, at hanen på tanken står åben efter vinteren.\n\nHvis det ikke hjælper, kan vi komme ned på broen torsdag formiddag.',
    note: 'Samme båd havde luft i dieselfilteret sidste år. Tag filtersæt og spændebånd med.',
    back: 'Pumpen bliver aldrig hård, uanset hvor længe jeg bliver ved. Torsdag passer fint, nøglen ligger hos havnefogeden.',
    solution:
      'Nu starter den i første forsøg. Det var en revnet slange før forfilteret, der trak luft. Vi har skiftet slange og filter og prøvekørt i ti minutter.',
  },
  winterStorage: {
    title: 'Vinteropbevaring af {thing}',
    ask: 'Hvad koster det at have en {thing} til vinteropbevaring hos jer fra oktober til april? Helst inde, men ude under tag kan også gå.\n\nHvad er med i prisen, og skal jeg selv tage masten af?',
    answer:
      'Vi har ledig plads inde i hal B. Prisen regnes ud fra længde gange bredde, og optagning, spuling og søsætning er med. Masten tager vi af mod et fast tillæg.\n\nSend os længde og bredde over alt, så får du et tilbud i dag.',
    note: 'Hal B er fuld over 32 fod. Tjek kølens dybde, inden vi lover plads.',
    back: 'Den er 9,20 lang og 2,85 bred. Jeg tager gerne pladsen inde.',
    solution: 'Så er din plads reserveret i hal B fra den 6. oktober. Du hører fra os en uge, før vi løfter den op.',
  },
  gelcoatDamage: {
    title: 'Skade i gelcoaten efter påsejling',
    ask: 'Nogen har sejlet ind i min båd ved gæstebroen. Der er et hak i gelcoaten på bagbords side, omkring 20 cm langt. Jeg har vedhæftet et billede.\n\nHvad koster det at reparere, og kan I sende prisen til forsikringsselskabet? Skadenummeret er {ref}.',
    answer:
      'Tak for et tydeligt billede. Det ser ud til, at laminatet under er helt, men det skal vi banke på for at være sikre. Kan du komme forbi med båden? Det tager et kvarter.\n\nVi sender overslaget direkte til forsikringen med skadenummeret.',
    note: 'Farvekoden står i mappen fra 2021. Regn med fire timer plus polering.',
    back: 'Jeg kommer forbi på mandag efter arbejde, hvis det er i orden.',
    solution:
      'Forsikringen har godkendt overslaget, og skaden er repareret og poleret. Du kan hente båden, når du vil.',
  },
  antifouling: {
    title: 'Bundmaling og forårsklargøring – {thing}',
    ask: 'Jeg vil gerne bestille bundmaling og polering af skroget inden sæsonen. Båden er en {thing} og står på land hos jer.\n\nKan den være klar til 1. maj?',
    answer:
      'Det kan vi nå. Vi har skrevet dig op i uge 16. Vil du have den samme bundmaling som sidste år eller en hårdere type? Den hårde holder til mere, men koster lidt ekstra.',
    note: 'Kunden klagede over dryp sidste år. Tag en ekstra tur rundt om vandlinjen.',
    back: 'Den hårde, tak. Og skift gerne anoderne, når I er i gang.',
    solution:
      'Båden er færdig: to lag bundmaling, nye anoder og poleret skrog. Sig til, hvilken dag vi skal sætte den i vandet.',
  },
  storageInvoice: {
    title: 'Forkert beløb på faktura {ref}',
    ask: 'På faktura {ref} har I taget betaling for både vinteropbevaring og strøm, men jeg har slet ikke haft strøm tilsluttet. Vil I se på det?\n\nJeg har vedhæftet fakturaen.',
    answer:
      'Tak, fordi du siger til. Jeg sammenholder strømlisten med din plads og vender tilbage i løbet af dagen. Du behøver ikke betale, før det er afklaret.',
    note: 'Strømmen hører til nabopladsen. Krediter hele linjen.',
    back: 'Fint, så venter jeg med at betale. Sig til, hvornår jeg kan forvente en ny.',
    solution:
      'Du havde ret: strømmen gjaldt pladsen ved siden af. Vi har sendt en kreditnota og en ny faktura. Beklager ulejligheden.',
  },
  bilgePump: {
    title: 'Båden tager vand ind – haster!',
    ask: 'Lænsepumpen på min {thing} kører hele tiden, og der står vand over dørken. Jeg er på vej ned, men bor en time væk.\n\nKan en af jer se på den nu?',
    answer: 'Vi går ned med en ekstra pumpe med det samme. Er den låst, og hvor sidder hovedafbryderen?',
    note: 'Mikkel er på vej ned med en pumpe. Tjek pakdåsen først.',
    back: 'Nøglen hænger under bænken i cockpittet. Hovedafbryderen sidder til venstre for trappen. Tusind tak!',
    solution:
      'Båden er tømt. Vandet kom fra en løs slange på søvandsfilteret. Vi har sat nye spændebånd på og lader pumpen stå til i morgen for en sikkerheds skyld.',
  },
  chartplotter: {
    title: 'Kortplotteren går i stå efter opdatering',
    ask: 'Efter at jeg har opdateret kortplotteren, genstarter den hvert tiende minut. Kortene er købt hos jer, ordre {ref}.\n\nEr der andre, der har meldt om det?',
    answer:
      'Ja, vi har set det hos et par stykker. Producenten har udsendt en ny version i dag. Læg den på et tomt hukommelseskort, sæt det i, og start med knappen holdt inde i fem sekunder.',
    note: 'Gælder kun enheder fra før 2022. Vi har to færdige hukommelseskort i skuffen.',
    back: 'Jeg fik lagt den nye version ind, men kortene er væk. Skal jeg købe dem igen?',
    solution:
      'Nej da. Log ind på kontoen hos kortleverandøren og vælg »hent køb igen«, så kommer de tilbage. Vi har sendt dig koden.',
  },
  sailRepair: {
    title: 'Reparation af storsejl',
    ask: 'Storsejlet er revnet langs agterliget, cirka en halv meter. Kan det betale sig at reparere et sejl fra 2012, eller skal jeg hellere købe nyt?\n\nBåden er en {thing}.',
    answer:
      'Hvis dugen ellers er blød og uden misfarvning, holder en reparation fint nogle år endnu. Kom forbi med sejlet, så ser vi på det sammen. Det koster ikke noget.',
    note: 'Sejlmageren er her tirsdag og torsdag.',
    back: 'Så tager jeg det med på torsdag.',
    solution:
      'Sejlet er syet, og vi har også forstærket det nederste hjørne. Det ligger klar til afhentning i butikken.',
  },
  berth: {
    title: 'Ledig bådplads fra sommeren?',
    ask: 'Vi er lige flyttet hertil og har købt en {thing}. Har I en ledig bådplads fra juni, og hvor lang er ventelisten?\n\nVi har brug for 3,5 meters bredde.',
    answer:
      'Velkommen til! Lige nu har vi én plads på 3,5 meter på bro C, ledig fra den 15. juni. Den har strøm og vand. Vil du have den, holder jeg den til dig ugen ud.',
    note: 'Plads C14. Ejeren siger op, når han har solgt.',
    back: 'Ja tak, vi tager den! Hvad skal I bruge fra os?',
    solution: 'Aftalen er sendt på e-mail til underskrift. Når den er retur, får I portkode og pladsnummer.',
  },
}
