/** The code in the mail that a user of the simulator got last; empty when there is none. */
export async function newestCode(userId: string): Promise<string> {
  const mailbox = new URL(`/simulator/mail?userId=${userId}`, process.env["PINGONE_API_URL"]);
  const response = await fetch(mailbox);
  if (!response.ok) {
    throw new Error(
      `${mailbox.origin} has no mailbox to read (${response.status}): is it a pingone-simulator?`,
    );
  }
  const { mails } = (await response.json()) as { mails: { code: string }[] };
  return mails.at(-1)?.code ?? "";
}
