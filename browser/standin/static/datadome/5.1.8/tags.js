window.dataDomeProcessed = true;
