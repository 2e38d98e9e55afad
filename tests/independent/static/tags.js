/* the robot guard of every page: nothing to do here */
