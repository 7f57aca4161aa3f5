/** One mail, as its reader would see it: the code stands in it in clear. */
export type Mail = {
  readonly id: string;
  /** When it was sent, by the simulated clock. */
  readonly at: Date;
  readonly environmentId: string;
  readonly userId: string;
  readonly username: string;
  /** The address. */
  readonly to: string;
  readonly type: "recoveryCode";
  readonly subject: string;
  readonly text: string;
  readonly code: string;
  readonly expiresAt: Date;
};

/** The mails sent so far, to whomever, the oldest first. */
export class Mailbox {
  #mails: Mail[] = [];

  deliver(mail: Mail): void {
    this.#mails.push(mail);
  }

  /** @param userId default: everybody's */
  list(userId?: string): readonly Mail[] {
    return this.#mails.filter((mail) => userId === undefined || mail.userId === userId);
  }

  clear(): void {
    this.#mails = [];
  }
}
