/**
 * What people make passwords of, besides digits: the words that lead the published lists of leaked passwords, and the Nordic words for
 * the same thoughts. A password that is only these is guessed first. Written without accents, in lower case.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `
password passord passordet losenord losen kodeord adgangskode salasana tunnussana lykilord passwort passwd pass word
admin administrator root master super superman batman spiderman user bruker anvandare bruger kayttaja guest gjest test testing tester demo
login logon signin innlogging inloggning kirjaudu welcome velkommen valkommen tervetuloa hello hei hej moi letmein opensesame sesame
secret hemmelig hemlig hemmelighet salainen salaisuus topsecret private privat default changeme change skift byt vaihda
qwerty qwertyuiop qwertz azerty asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qazwsx qazwsxedc qaz wsx edc poiuytrewq lkjhgfdsa mnbvcxz
abc abcd abcde abcdef abcdefg abcdefgh abcdefghij abcdefghijkl xyz aaa
iloveyou loveyou love lover loveme forever jegelskerdeg elskerdeg elsker jagalskardig alskardig alskar rakastansinua rakkaus minarakastansinua
sommer sommar sommeren kesa summer vinter winter talvi host hosten autumn syksy var vaaren spring kevat forar
januar januari tammikuu februar februari helmikuu mars march maaliskuu april huhtikuu mai maj may toukokuu juni june kesakuu juli july heinakuu
august augusti elokuu september syyskuu oktober october lokakuu november marraskuu desember december joulukuu
mandag monday maanantai tirsdag tuesday tiistai onsdag wednesday keskiviikko torsdag thursday torstai fredag friday perjantai lordag saturday lauantai sondag sunday sunnuntai
norge norway noreg norja sverige sweden ruotsi danmark denmark tanska finland suomi island iceland norden nordic
oslo bergen trondheim stavanger tromso kristiansand drammen bodo stockholm goteborg malmo uppsala linkoping orebro vasteras helsingborg
kobenhavn copenhagen aarhus arhus odense aalborg alborg esbjerg helsinki helsingfors espoo tampere turku oulu vantaa reykjavik
fotball fotboll fodbold football jalkapallo hockey ishockey jaakiekko handball handboll basketball baseball soccer golf tennis
liverpool arsenal chelsea manchester united barcelona realmadrid juventus rosenborg brann valerenga malmoff hammarby brondby tappara
dragon monkey tiger lion leijona bear bjorn karhu wolf ulv varg susi hund dog koira katt cat kissa hest hast horse hevonen eagle falcon
princess prinsesse prinsessa queen king konge kung kuningas prince angel engel angeli sunshine solskinn solsken aurinko star stjerne stjarna tahti
shadow hunter killer ninja samurai warrior viking vikings thor odin loki pokemon pikachu minecraft fortnite starwars matrix gandalf hobbit
computer datamaskin dator tietokone laptop internet google facebook instagram twitter linkedin microsoft windows apple iphone samsung android
office outlook server system support helpdesk kundeservice kundtjanst kundeservise asiakaspalvelu service firma firmaet foretag foretaget virksomhed yritys company
reda ticket tickets mail email epost posti mailbox cheese ost juusto chocolate sjokolade choklad chokolade suklaa banana banan banaani
coffee kaffe kahvi beer ol olut pizza taco cookie bolle bulle pulla summer football charlie michael daniel jordan jennifer jessica ashley
anders erik lars ole ola kari anne ingrid johan karl maria eva emma anna mikko matti juha jussi pekka liisa hanna laura sofie ida nora
thomas robert william george andrew joshua matthew anthony joseph david richard christopher nicole amanda melissa
hansen johansen olsen larsen andersen pedersen nilsen kristiansen jensen karlsen johansson andersson karlsson nilsson eriksson larsson olsson persson
nielsen christensen korhonen virtanen makinen nieminen makela
mamma pappa mor far aiti isa mother father family familie familj perhe baby barn lapsi sister brother
sex sexy fuck fuckyou fanken faen helvete helvetti perkele saatana javla satan
money penger pengar penge raha gold gull guld kulta silver diamond diamant freedom frihet vapaus lucky happy glad onnellinen
one two three four five six seven eight nine zero en to tre fire fem seks sju atte ni ti et tva fyra sex atta nio tio yksi kaksi kolme nelja viisi
the my your min mitt din ditt mina sinun is er ar on ja og och and of av
fire water vann vatten vand vesi music musikk musik musiikki guitar gitar rock metal metallica nirvana ironman iron man
ferrari porsche mercedes volvo saab toyota honda yamaha harley kawasaki mustang corvette
flower blomst blomma kukka rose ros ruusu butterfly sommerfugl fjaril perhonen purple orange yellow green blue red black white svart hvit vit musta valkoinen rod bla sininen
access adgang tilgang trustno trustnoone nothing ingenting whatever somethin something nopassword mypassword newpassword oldpassword
correct horse battery staple correcthorsebatterystaple
`
    .trim()
    .split(/\s+/),
)
