import type { TradeTexts } from '../language-texts.ts'

export const machines: TradeTexts<'machines'> = {
  hydraulicLeak: {
    title: 'Hydraulläckage på {thing} – står på bygget',
    ask: 'Vår {thing} läcker hydraulolja vid svängkransen. Den står mitt på bygget och spärrar för två lastbilar. Se bilden.\n\nNär kan ni komma?',
    answer:
      'Vi har en servicebil i närheten och är hos er om en och en halv timme. Stäng av maskinen och lägg ut absorbent så länge. Finns det el där ni står?',
    note: 'Ta med slangsats 3/8 och packningssats. Förra gången var det sviveln.',
    back: 'Vi har ett elverk. Absorbent ligger ute. Kör in genom den norra grinden.',
    solution:
      'Slangen till sviveln var avnött och är bytt, och vi har fäst den bättre. Maskinen har gått en timme utan att läcka.',
  },
  serviceInterval: {
    title: 'Beställning av 1000-timmarsservice',
    ask: 'Vår {thing} närmar sig 1000 timmar. Kan vi få service i vecka 12? Helst hos oss, för vi har inget släp som klarar den.',
    answer:
      'Vecka 12 går bra, onsdag eller torsdag. Räkna med att den står i fem timmar. Ska vi ta den årliga besiktningen samtidigt?',
    note: 'Filtersats finns i lager. Boka två man.',
    back: 'Torsdag, tack. Ja, ta besiktningen också.',
    solution:
      'Servicen är utförd och besiktningen godkänd. Märket sitter på dörren, och rapporten finns i kundportalen.',
  },
  sparePart: {
    title: 'Var är reservdelen? Order {ref}',
    ask: 'Vi beställde en pump till {thing} för två veckor sedan, order {ref}. Den skulle ta fyra dagar. Maskinen står, och varje dag kostar oss pengar. Vad händer?',
    answer:
      'Jag förstår att ni är otåliga. Delen ligger i tullen och saknar ett papper från fabriken. Jag har påmint dem och ringer er före klockan två.',
    note: 'Lånepump från begagnade maskinen på gården? Fråga verkstaden.',
    back: 'Nu är klockan halv tre och jag har inte hört något.',
    solution: 'Förlåt att jag ringde för sent. Delen är levererad hos er i dag, och vi krediterar frakten.',
  },
  warrantyClaim: {
    title: 'Garantiärende: växellåda på {thing}',
    ask: 'Växellådan på {thing} har börjat hugga på tvåan efter bara 600 timmar. Vi menar att det är ett garantiärende. Serviceboken bifogas, serienummer {ref}.',
    answer:
      'Serviceboken ser bra ut. Jag har anmält ärendet till fabriken, och de vill ha ett oljeprov innan de svarar. Vi hämtar det hos er i morgon.',
    note: 'Fabriken har en återkallelse på gång för den här växellådan, inte offentlig ännu.',
    back: 'Provet är hämtat. Kan vi köra maskinen under tiden?',
    solution:
      'Fabriken står för en ny växellåda inklusive arbete. Den monterades i går, och ni får två nya års garanti på den.',
  },
  quote: {
    title: 'Offert på hyra av {thing}',
    ask: 'Vi ska gräva ner 600 meter kabel i maj och behöver en {thing} i tre veckor. Kan ni ge oss en offert med och utan förare?',
    answer:
      'Här är offerten med båda alternativen. Priset utan förare förutsätter att ni har maskinförarbevis. Transport åt båda hållen ingår.',
    note: 'Ny kund. Kreditkoll gjord, allt i ordning.',
    back: 'Tack! Vi tar den utan förare. Kan den komma redan fredagen innan?',
    solution:
      'Det går bra, utan extra hyra för helgen. Avtalet är undertecknat, och maskinen kommer på fredag före lunch.',
  },
  training: {
    title: 'Utbildning för tre nya förare',
    ask: 'Vi har anställt tre nya som ska köra {thing}. Kan ni hålla en kurs hos oss? Den ni höll förra året var väldigt bra.',
    answer:
      'Vad roligt att höra! Vi har lediga tider vecka 18 och vecka 20. Kursen tar en dag med teori och en halv dag med praktik på er egen maskin.',
    note: 'Fråga om de vill ha kursmaterial på engelska, en av dem är från Litauen.',
    back: 'Vecka 18 passar bäst. Och ja, gärna en uppsättning på engelska.',
    solution: 'Kursen är genomförd och alla tre blev godkända. Bevisen är skickade med posten.',
  },
  faultCode: {
    title: 'Felkod 4127 på {thing}',
    ask: 'Maskinen visar felkod 4127 och går på halv kraft. Det kommer och går. Jag har hämtat ut loggen, den bifogas. Vad betyder koden?',
    answer:
      'Koden betyder för lågt bränsletryck. I loggen händer det bara under hård belastning, så det är troligen filtret eller en dålig pump. När byttes filtret senast?',
    note: 'Loggen visar också 11,2 volt vid start. Kolla jordningen.',
    back: 'För 300 timmar sedan. Det är väl på tiden.',
    solution: 'Ett nytt filter och en rengjord jordkabel löste det. Inga nya fel i loggen på tre dagar.',
  },
  machineReady: {
    title: 'När är {thing} klar?',
    ask: 'Vi lämnade in vår {thing} för över en vecka sedan (arbetsorder {ref}). Ni lovade besked i måndags, men jag har inte hört något. Vi måste planera resten av veckan.',
    answer:
      'Förlåt att du inte fick besked. Vi väntar på en packning och den kommer i morgon. Då är maskinen klar på torsdag klockan tolv.',
    note: 'Packningen är skickad med express. Ge kunden rabatt på transporten.',
    back: 'På torsdag måste den faktiskt vara klar, annars får vi hyra en annan.',
    solution:
      'Maskinen är klar och står tvättad vid port 2. Timmarna ligger på samma faktura, med avdrag för väntetiden.',
  },
}
