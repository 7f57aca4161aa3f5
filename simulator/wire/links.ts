/** A HAL link; PingOne's are absolute, clients follow them as they are. */
export type Link = { readonly href: string };

export type Links = Readonly<Record<string, Link>>;

export function environmentLink(origin: string, environmentId: string): Link {
  return { href: `${origin}/v1/environments/${environmentId}` };
}

export function childLink(origin: string, environmentId: string, path: string): Link {
  return { href: `${origin}/v1/environments/${environmentId}/${path}` };
}

export function userLink(origin: string, environmentId: string, userId: string): Link {
  return childLink(origin, environmentId, `users/${userId}`);
}

export function passwordLink(origin: string, environmentId: string, userId: string): Link {
  return childLink(origin, environmentId, `users/${userId}/password`);
}

export function populationLink(origin: string, environmentId: string, populationId: string): Link {
  return childLink(origin, environmentId, `populations/${populationId}`);
}

export function passwordPolicyLink(origin: string, environmentId: string, policyId: string): Link {
  return childLink(origin, environmentId, `passwordPolicies/${policyId}`);
}
