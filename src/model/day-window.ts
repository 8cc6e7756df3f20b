/** Two days, as YYYY-MM-DD. Both belong to the window. */
export interface DayWindow {
  from: string;
  to: string;
}
