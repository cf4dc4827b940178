package org.wirecopy.desk.page;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import org.wirecopy.ledger.Ledger;

/**
 * What the pages show.
 *
 * @param ledger the stories and what became of them
 * @param inbox the folder that editors drop files into
 * @param zone in which times are told
 * @param clock the time
 */
public record Desk(Ledger ledger, Path inbox, ZoneId zone, InstantSource clock) {}
