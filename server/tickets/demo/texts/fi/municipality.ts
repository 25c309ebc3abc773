import type { TradeTexts } from '../language-texts.ts'

export const municipality: TradeTexts<'municipality'> = {
  schoolTablet: {
    title: 'Oppilaan tabletin näyttö särkynyt',
    ask: 'Kuudennen luokan oppilas pudotti tabletin lattialle, ja näyttö on särkynyt yhdestä kulmasta. Laitetta voi käyttää, mutta reunat ovat terävät. Tarrassa lukee {ref}. Kuva on liitteenä.',
    answer:
      'Ottakaa tabletti pois käytöstä, ettei kukaan loukkaa itseään. Meillä on lainalaite valmiina. Voiko sen hakea koulun kansliasta huomenna kymmenen jälkeen?',
    note: 'Sopimuksen piirissä: yksi näyttö oppilasta kohti vuodessa.',
    back: 'Sopii hyvin. Oppilas kysyy, häviävätkö hänen kuvansa?',
    solution: 'Kuvat ovat pilvessä ja palautuvat, kun hän kirjautuu. Korjattu tabletti on toimitettu tänään kansliaan.',
  },
  newEmployee: {
    title: 'Tunnukset uudelle työntekijälle maanantaiksi',
    ask: 'Meillä aloittaa maanantaina uusi käsittelijä. Hän tarvitsee tietokoneen, sähköpostin, kulkukortin ja oikeudet järjestelmään {thing}. Tilasimme ne kaksi viikkoa sitten, mutta vahvistusta ei ole tullut.',
    answer:
      'Tilaus odotti esihenkilön hyväksyntää. Nyt se on hyväksytty. Tietokone on valmis torstaina, oikeudet aktivoidaan maanantaina kello seitsemän.',
    note: 'Kulkukortti tehdään palvelupisteessä. Muista kuva.',
    back: 'Hienoa! Mistä kortin saa?',
    solution: 'Kortin saa palvelupisteestä kello kahdeksan jälkeen. Henkilöllisyystodistus mukaan. Tervetuloa hänelle!',
  },
  vpnHome: {
    title: 'Etätyö: yhteys katkeaa jatkuvasti',
    ask: 'Kotona työskennellessä yhteys katkeaa vartin välein, ja joudun kirjautumaan uudelleen järjestelmään {thing}. Toimistolla kaikki toimii. Kotiverkko on muuten kunnossa.',
    answer:
      'Syynä on luultavasti se, että tietokone vaihtelee kahden langattoman verkon välillä. Unohda vierasverkko ja käynnistä VPN uudelleen. Kirjoita meille kellonaika, kun se seuraavan kerran tapahtuu, niin löydämme sen lokista.',
    note: 'Koneen asiakasohjelma on kaksi versiota vanha. Lisää päivitysjonoon.',
    back: 'Näin kävi tänään 10.42 ja 11.03, vaikka minulla on vain yksi verkko.',
    solution: 'Löysimme koneelta vanhan VPN-ohjelman ja päivitimme sen etänä. Yhteys on pysynyt eilisestä lähtien.',
  },
  printerQueue: {
    title: 'Toisen kerroksen tulostimesta ei tule mitään',
    ask: 'Toisen kerroksen kopiohuoneen tulostin ottaa töitä vastaan, mutta mitään ei tulostu. Meitä on seitsemän odottamassa kokouspapereita kello kahdentoista kokoukseen.',
    answer: 'Suuri työ oli lukinnut jonon. Poistin sen, ja jono liikkuu taas. Tuliko teille jotain?',
    note: '400-sivuinen PDF kaavoituksesta. Pyydä heitä käyttämään painatuskeskusta.',
    back: 'Nyt tulee, mutta joka sivulla on raitoja.',
    solution: 'Vaihdoimme rummun, ja koesivu on siisti. Kokouspaperit ovat valmiina hyllyssä.',
  },
  lockedOut: {
    title: 'Tili on lukittu, en pääse sisään',
    ask: 'Olen ollut virkavapaalla enkä pääse kirjautumaan. Ruudulla lukee, että tili on lukittu. Minulla on oppitunti yhdeksältä, ja tarvitsen siihen järjestelmää {thing}.',
    answer:
      'Tili lukittui, koska salasana vanheni poissa ollessasi. Soita meille, niin varmistamme henkilöllisyytesi ja avaamme tilin heti.',
    note: 'Älä avaa pelkän sähköpostin perusteella. Soita takaisin henkilöstöjärjestelmän numeroon.',
    back: 'Soitin ja sain uuden salasanan. Mutta nyt se kysyy koodia, jota minulla ei ole.',
    solution:
      'Puhelimesi on rekisteröity uudelleen kertakäyttökoodeja varten, ja kokeilimme kirjautumista yhdessä. Onnea oppitunnille!',
  },
  meetingRoom: {
    title: 'Neuvotteluhuoneen näyttö on musta',
    ask: 'Neuvotteluhuone Riekossa ei näy kuvaa, kun kytkemme tietokoneen. Ääni toimii. Kokeilimme kolmea konetta ja kahta kaapelia. Siellä on keskiviikkona valtuustoryhmän kokous.',
    answer:
      'Vika on luultavasti pöydän alla olevassa laitteessa. Katsomme sen tänään kahden jälkeen. Siihen asti voitte käyttää viereistä huonetta.',
    note: 'Laite kuumenee, paneelin takana ei kierrä ilma.',
    back: 'Hyvä. Huone on vapaa loppupäivän.',
    solution:
      'Laite on vaihdettu, ja paneelin taakse tehtiin ilmatila. Kuvaa ja ääntä kokeiltiin sekä kaapelilla että langattomasti.',
  },
  careSystemSlow: {
    title: '{thing} on hoivakodissa käyttökelvottoman hidas',
    ask: 'Potilastietojen avaamiseen menee yli minuutti, kun käytössä on {thing}. Lääkekierros on menossa, ja hoitajat joutuvat kirjaamaan paperille. Tämä on kolmas päivä peräkkäin. Teidän on tehtävä jotain!',
    answer:
      'Näemme saman mittauksistamme ja nostimme asian listan kärkeen. Toimittaja on mukana. Käyttäkää toistaiseksi lääkkeiden varamenettelyä, soitamme teille puolen tunnin sisällä.',
    note: 'Toimittajan tietokanta on sadassa prosentissa. Yöajo ei ole pysähtynyt. Ilmoita varallaolijalle.',
    back: 'Nyt on vähän parempi, mutta kahdella osastolla on edelleen hidasta.',
    solution:
      'Toimittaja pysäytti jumiutuneen ajon, ja vasteajat ovat kaikilla osastoilla normaalit. Seuraamme tilannetta ympäri vuorokauden viikon loppuun.',
  },
  webForm: {
    title: 'Varhaiskasvatushakemusta ei voi lähettää',
    ask: 'Kun painan ”lähetä”, näkyy vain punainen kehys ilman selitystä. Olen täyttänyt kaiken. Määräaika on tänään! Kuvakaappaus on liitteenä.',
    answer:
      'Et menetä paikkaa meidän takiamme. Kirjasin, että yritit ajoissa. Virhe koskee lapsia, joiden nimessä on yhdysmerkki. Kokeile sen sijaan välilyöntiä.',
    note: 'Lomakkeessa virhe viime päivityksestä lähtien. Koskee neljää perhettä.',
    back: 'Nyt onnistui! Mutta hänen nimensä on nyt väärin. Korjataanko se?',
    solution: 'Nimi on korjattu hakemukseen, ja yhdysmerkki kelpaa taas lomakkeelle. Sait kuitin sähköpostiin.',
  },
  archiveAccess: {
    title: 'Oikeus vanhoihin rakennuslupiin – {thing}',
    ask: 'Olen uusi rakennusvalvonnassa enkä näe ennen vuotta 2015 tehtyjä asioita. Järjestelmä on {thing}. Kollegani näkee ne. Voinko saada samat oikeudet?',
    answer:
      'Vanhimmat asiat ovat erillisessä arkistossa, johon on tiukemmat oikeudet. Esihenkilösi pitää hyväksyä pyyntö. Lähetin hänelle kysymyksen nyt.',
    note: 'Hyväksytty suullisesti, kirjallista odotetaan.',
    back: 'Hän sanoo hyväksyneensä sen tänään.',
    solution: 'Oikeus on lisätty. Kirjaudu ulos ja uudelleen sisään, niin näet koko arkiston.',
  },
}
