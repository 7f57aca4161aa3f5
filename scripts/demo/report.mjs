const USERS = {
  alice: "a11ce000-0000-4000-8000-000000000001",
  bob: "b0b00000-0000-4000-8000-000000000002",
  carol: "ca401000-0000-4000-8000-000000000003",
};

/**
 * What PingOne holds now, asked from the simulator itself and not from the stack.
 * @param {import("pingone-simulator").Simulator} simulator
 * @param {Readonly<Record<string, string>>} passwords by user
 * @returns {string[]} lines
 */
export function reportUsers(simulator, passwords) {
  return Object.entries(USERS).map(([name, id]) => {
    const status = simulator.readUser(id)?.password.status ?? "no such user";
    const password = passwords[name];
    const proof =
      password && simulator.verifyPassword(id, password) ? ", the password given is the one set" : "";
    return `  ${name.padEnd(6)} ${status}${proof}`;
  });
}
