/** The message a promise is rejected with; a promise that is fulfilled instead is the failure here. */
export async function rejectionOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error("fulfilled, where a rejection was expected");
}
