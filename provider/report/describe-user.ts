import { differing, fieldsOf, type UserField } from "../lifecycle/user-fields";
import { CALLS, NO_CALLS, times } from "./calls";
import type { Describe } from "./effect";

/** Fields that one call changes together. */
const KINDS: readonly (readonly UserField[])[] = [
  ["username", "email", "name.given", "name.family"],
  ["population"],
  ["enabled"],
];

/** What a preview does with a user. */
export const describeUser: Describe = {
  create: ({ new: news }) => ({
    does: `creates the user${news?.inputs["adopt"] === true ? ", or takes it over" : ""}`,
    calls: CALLS.User.create,
  }),

  update({ old, new: news }) {
    const fields = differing(fieldsOf(old?.outputs ?? {}), fieldsOf(news?.inputs ?? {}));
    const kinds = KINDS.filter((kind) => kind.some((field) => fields.includes(field)));
    return {
      does: fields.length === 0 ? "gives fields up, and leaves them" : `changes ${fields.join(", ")}`,
      calls: times(kinds.length, CALLS.User.change),
    };
  },

  remove({ old, new: news }) {
    const isAdopted = old?.outputs["adopted"] === true;
    // A replacement in the same environment takes the same user over.
    const isSame = news?.inputs["environmentId"] === old?.id?.split("/", 1)[0];
    return isAdopted || isSame || old?.isRetained === true
      ? { does: "leaves the user", calls: NO_CALLS }
      : { does: "deletes the user", calls: CALLS.User.remove };
  },

  refresh: () => ({ does: "looks at the user", calls: CALLS.User.refresh }),
};
