/** A recovery code counts in whatever case, so an answer may repeat it in another than it was given. A script may have left it out. */
export function spellings(recoveryCode: string | undefined): readonly string[] {
  return recoveryCode === undefined
    ? []
    : [recoveryCode, recoveryCode.toUpperCase(), recoveryCode.toLowerCase()];
}
