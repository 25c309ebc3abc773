/**
 * What readers do, and more, as text for the browser: in every frame of a page each handler is fired, each link and button with a script
 * behind it is pressed. Returns how many handlers and scripts it found. Frames without scripts are reached from the page, which may look into them.
 */
export const POKE = `(async () => {
  let found = 0
  const isScript = (address, base) => { try { return new URL(address, base).protocol === 'javascript:' } catch { return false } }
  const poke = async (doc) => {
    const press = []
    const frames = []
    for (const root of [doc, ...[...doc.querySelectorAll('*')].map((one) => one.shadowRoot).filter(Boolean)])
      for (const one of root.querySelectorAll('*')) {
        for (const { name } of [...one.attributes]) {
          if (!/^on/i.test(name)) continue
          found++
          one.dispatchEvent(new Event(name.slice(2).toLowerCase()))
        }
        const address = one.getAttribute('href') ?? one.getAttribute('xlink:href') ?? one.getAttribute('formaction')
        if (address !== null && isScript(address, doc.baseURI)) press.push(one)
        if (one.localName === 'form' && isScript(one.getAttribute('action') ?? '', doc.baseURI)) press.push(one.querySelector('button') ?? one)
        if (one.localName === 'iframe' || one.localName === 'frame') { try { if (one.contentDocument) frames.push(one.contentDocument) } catch {} }
      }
    for (const one of press) {
      found++
      one.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, view: doc.defaultView }))
      // One after the other: of several addresses at once a frame would follow only the last.
      await new Promise((done) => setTimeout(done))
    }
    await Promise.all(frames.map(poke))
  }
  await poke(document)
  return found
})()`
