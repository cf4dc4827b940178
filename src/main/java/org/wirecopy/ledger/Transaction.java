package org.wirecopy.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One transaction under way: its statements, its time, and what to put back in memory if it fails.
 */
final class Transaction {
  final Statements sql;

  /** Milliseconds since 1970; the same for all that one transaction does. */
  final long now;

  private final Deque<Runnable> undo = new ArrayDeque<>();
  private final Map<Partner, Partner> touched = new LinkedHashMap<>();
  private final List<Runnable> afterwards = new ArrayList<>();

  Transaction(Statements sql, long now) {
    this.sql = sql;
    this.now = now;
  }

  /** To be run, latest first, if the transaction fails. */
  void onFailure(Runnable step) {
    undo.push(step);
  }

  /** To be run once it is committed. */
  void afterwards(Runnable step) {
    afterwards.add(step);
  }

  /** Call before changing a partner: its row is written before the commit. */
  Partner touch(Partner partner) {
    if (!touched.containsKey(partner)) {
      touched.put(partner, partner.copy());
    }
    return partner;
  }

  Iterable<Partner> touched() {
    return touched.keySet();
  }

  void failed() {
    undo.forEach(Runnable::run);
    touched.forEach(Partner::restore);
  }

  /** Has each step that is to follow the commit run by {@code runner}. */
  void committed(Consumer<Runnable> runner) {
    afterwards.forEach(runner);
  }
}
