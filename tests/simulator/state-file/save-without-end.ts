import { randomUUID } from "node:crypto";
import { createSimulator } from "../../../simulator";

// Saves as often as it can, a larger state each time, and says what is kept, until it is killed: the argument is the file.
void main(process.argv[2] ?? "");

async function main(file: string): Promise<void> {
  for (;;) {
    const simulator = await createSimulator({ state: file });
    for (let count = 0; count < 200; count += 1) simulator.createUser({ username: randomUUID() });
    await simulator.close();
    process.send?.(simulator.counts().users);
  }
}
