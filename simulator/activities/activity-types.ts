/** How an activity is described. */
type ActivityDescription = {
  /** What happened. */
  readonly action: string;
  /** What came of it. @param userId the user it happened to */
  readonly result: (userId: string) => string;
};

/** The events recorded here; the results of SET, RESET and both checks are PingOne's words, the others follow them. */
export const ACTIVITY_TYPES = {
  "PASSWORD.SET": { action: "Password Set", result: (id) => `Set password for: ${id}` },
  "PASSWORD.UNSET": { action: "Password Unset", result: (id) => `Unset password for: ${id}` },
  "PASSWORD.RESET": { action: "Password Reset", result: (id) => `Reset Password ${id}` },
  "PASSWORD.FORCE_CHANGE": { action: "Password Force Change", result: (id) => `Force Change Password ${id}` },
  "PASSWORD.RECOVERY": { action: "Password Recovery", result: (id) => `Recovered Password ${id}` },
  "PASSWORD.UNLOCKED": { action: "Password Unlocked", result: (id) => `Unlocked Password ${id}` },
  "PASSWORD.CHECK_SUCCEEDED": {
    action: "Password Check Succeeded",
    result: (id) => `Check Succeeded Password ${id}`,
  },
  "PASSWORD.CHECK_FAILED": { action: "Password Check Failed", result: (id) => `Check Failed Password ${id}` },
  "USER.CREATED": { action: "User Created", result: (id) => `Created User ${id}` },
  "USER.UPDATED": { action: "User Updated", result: (id) => `Updated User ${id}` },
  "USER.DELETED": { action: "User Deleted", result: (id) => `Deleted User ${id}` },
  "USER.LOCKED": { action: "User Locked", result: (id) => `Locked User ${id}` },
  "USER.UNLOCKED": { action: "User Unlocked", result: (id) => `Unlocked User ${id}` },
  "NOTIFICATION.CREATED": {
    action: "Notification Created",
    result: (id) => `Created Notification for User ${id}`,
  },
} as const satisfies Readonly<Record<string, ActivityDescription>>;

export type ActivityType = keyof typeof ACTIVITY_TYPES;
