/** Where anybody may have an address: such a domain says nothing about an organisation. */
const FREE_MAIL: ReadonlySet<string> = new Set(
  `
gmail.com googlemail.com outlook.com hotmail.com live.com msn.com passport.com icloud.com me.com mac.com
yahoo.com ymail.com rocketmail.com aol.com aim.com gmx.com gmx.net gmx.de gmx.at gmx.ch web.de freenet.de t-online.de mail.com email.com
proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tuta.io tuta.com tutamail.com keemail.me fastmail.com fastmail.fm
hey.com zoho.com zohomail.eu mail.ru yandex.com yandex.ru inbox.lv inbox.lt posteo.de posteo.net mailbox.org disroot.org riseup.net runbox.com startmail.com
outlook.no hotmail.no live.no yahoo.no online.no broadpark.no frisurf.no getmail.no lyse.net altibox.no altiboxmail.no c2i.net chello.no
start.no sensewave.com tele2.no telenor.com bluezone.no ebnett.no enivest.net haugnett.no hesbynett.no loqal.no mimer.no neasonline.no netcom.no
nktv.no oslo.online.no sf-nett.no signal.no trollnet.no vktv.no ntebb.no eninvest.net hjemme.no no.net spray.no
outlook.dk hotmail.dk live.dk yahoo.dk mail.dk jubii.dk stofanet.dk tdcadsl.dk mail.tele.dk tele2adsl.dk ofir.dk sol.dk post.tele.dk get2net.dk
webspeed.dk youmail.dk privat.dk privat.tele.dk post.cybercity.dk cybercity.dk c.dk mail-online.dk email.dk fibermail.dk pc.dk dlgmail.dk energimail.dk
bbsyd.dk km-net.dk nrdn.dk profibermail.dk gvdnet.dk hafnet.dk altiboxmail.dk
outlook.se hotmail.se live.se yahoo.se telia.com telia.se bredband.net bredband2.com comhem.se tele2.se spray.se passagen.se home.se swipnet.se
glocalnet.net algonet.se bahnhof.se ownit.nu tyfonmail.se brikks.com brevet.nu sverige.nu bostream.nu tiscali.se chello.se tjohoo.se mail.se
outlook.fi hotmail.fi live.fi yahoo.fi kolumbus.fi luukku.com luukku.fi saunalahti.fi elisanet.fi pp.inet.fi inet.fi suomi24.fi netti.fi jippii.fi
welho.com dnainternet.net nic.fi sci.fi phnet.fi mbnet.fi surffi.fi sonera.fi netikka.fi anvianet.fi lpoy.fi kotinet.com pp.kolumbus.fi pp.nic.fi
simnet.is internet.is visir.is talnet.is
hotmail.co.uk hotmail.de hotmail.fr hotmail.it hotmail.es live.co.uk live.de live.fr yahoo.co.uk yahoo.de yahoo.fr btinternet.com sky.com virginmedia.com
orange.fr wanadoo.fr free.fr laposte.net libero.it wp.pl o2.pl onet.pl interia.pl seznam.cz comcast.net verizon.net att.net
  `
    .trim()
    .split(/\s+/),
)

export function isFreeMail(domain: string): boolean {
  return FREE_MAIL.has(domain)
}

/** The domain of an address, and those above it, longest first, as far as they can belong to one organisation. */
export function domainsOf(email: string): string[] {
  const labels = email.slice(email.lastIndexOf('@') + 1).split('.')
  const domains: string[] = []
  for (let i = 0; i + 2 <= labels.length; i++) domains.push(labels.slice(i).join('.'))
  // A provider's subdomains are the provider's too.
  return domains.some(isFreeMail) ? [] : domains
}
