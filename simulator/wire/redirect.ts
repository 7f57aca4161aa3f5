import type { OperationResponse } from "../operation";

/** Sends a browser to an address, whose query keeps what it has and gets these parameters. */
export function redirectTo(
  address: string,
  parameters: Readonly<Record<string, string | undefined>>,
): OperationResponse {
  const location = new URL(address);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) location.searchParams.set(name, value);
  }
  return { status: 302, headers: { Location: location.href } };
}
