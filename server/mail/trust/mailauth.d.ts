declare module 'mailauth/lib/spf/index.js' {
  const module: { spf: unknown }
  export default module
}
declare module 'mailauth/lib/dmarc/index.js' {
  const module: { dmarc: unknown }
  export default module
}
declare module 'mailauth/lib/dkim/verify.js' {
  const module: {
    dkimVerify(
      input: Buffer,
      options: { resolver: (name: string, type: string) => Promise<string[][] | string[]> },
    ): Promise<{
      results: { signingDomain?: string; status: { result: string; underSized?: number } }[]
    }>
  }
  export default module
}
