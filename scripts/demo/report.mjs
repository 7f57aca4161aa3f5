const USERNAMES = ["alice", "bob", "carol"];

/**
 * What PingOne holds now, asked from PingOne itself and not from the stack.
 * @param {import("pingone-simulator").Simulator} simulator
 * @param {import("pulumi-pingone-password/client").Client} client
 * @param {Readonly<Record<string, string>>} passwords by user
 * @returns {Promise<string[]>} lines
 */
export async function reportUsers(simulator, client, passwords) {
  const { environmentId } = simulator;
  const pages = await Promise.all(
    USERNAMES.map((username) => client.listUsers({ environmentId, username, limit: 1 })),
  );
  return USERNAMES.map((name, index) => {
    const id = pages[index]?.users[0]?.id ?? "";
    const status = simulator.readUser(id)?.password.status ?? "no such user";
    const password = passwords[name];
    const proof =
      id && password && simulator.verifyPassword(id, password) ? ", the password given is the one set" : "";
    return `  ${name.padEnd(6)} ${status}${proof}`;
  });
}
