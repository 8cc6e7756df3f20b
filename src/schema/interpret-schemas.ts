import { z } from 'zod';

// zod compiles a function for each schema at its first use. A build uses most schemas once, so that costs more than it saves.
z.config({ jitless: true });
