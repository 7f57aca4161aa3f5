/** A recovery code counts in whatever case, so an answer may repeat it in another than it was given. */
export function spellings(recoveryCode: string): readonly string[] {
  return [recoveryCode, recoveryCode.toUpperCase(), recoveryCode.toLowerCase()];
}
