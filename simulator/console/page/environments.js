import { ask } from "./api.js";
import { byId, element } from "./elements.js";

const picker = byId("environment", HTMLSelectElement);
let shown = "";

/** The environment whose users, mails and activities are shown; undefined until one is known. */
export function chosenEnvironment() {
  return picker.value === "" ? undefined : picker.value;
}

/** Offers the environments there are; one that is gone is no longer chosen. */
export async function refreshEnvironments() {
  /** @type {{ environments: readonly { id: string, name: string }[] }} */
  const { environments } = await ask("environments");
  const text = JSON.stringify(environments.map(({ id, name }) => [id, name]));
  if (text === shown) return;
  shown = text;
  const before = picker.value;
  picker.replaceChildren(
    ...environments.map(({ id, name }) =>
      element("option", { value: id }, name === id ? id : `${name} (${id.slice(0, 8)})`),
    ),
  );
  if (environments.some(({ id }) => id === before)) picker.value = before;
}

/** @param {() => void} onChange what to do when another one is chosen */
export function startEnvironments(onChange) {
  picker.addEventListener("change", onChange);
}
